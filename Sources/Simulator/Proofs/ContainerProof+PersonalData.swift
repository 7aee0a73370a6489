import JSONText
import SandboxedJS

extension ContainerProof {
  /// A piece of personal data that must never be on the wire as it is.
  private struct Canary {
    let what: String
    /// In lower case, without what normalising takes away.
    let trace: String
  }

  private static let canaries: [Canary] = [
    Canary(what: "an e-mail address", trace: "canary.person"),
    Canary(what: "a phone number", trace: "15155501234"),
    Canary(what: "a first name", trace: "canaryfirst"),
    Canary(what: "a last name", trace: "canarylast"),
    Canary(what: "a street", trace: "canarystreet"),
    Canary(what: "a postal code", trace: "cpxq98765"),
  ]

  private static let email = "Canary.Person@Example.com"
  private static let phone = "+49 151 55501234"

  /// Every shape in which a person's data arrives.
  private static let people: [ScriptValue] = {
    let (email, phone): (ScriptValue, ScriptValue) = (.string(Self.email), .string(Self.phone))
    let address: ScriptValue = [
      "first_name": "Canaryfirst", "last_name": "Canarylast", "street": "Canarystreet 7",
      "postal_code": "CPXQ 98765",
    ]
    return [
      ["email_address": email, "phone_number": phone, "address": address],
      ["email": email, "phone": phone, "address": [address]],
      ["email_address": [email], "phone_number": [phone], "address": [address, address]],
      ["email_address": ["0": email], "phone_number": ["0": phone], "address": ["0": address]],
      ["email_address": 15_155_501_234, "phone_number": 4_915_155_501_234],
      ["sha256_email_address": email, "sha256_phone_number": phone],
      [
        "email_address": "Canary.Person", "phone_number": "0 151 55501234 ext. 5",
        "address": "Canarystreet 7",
      ],
    ]
  }()

  /// Whatever the shape and the field: an address, a number or a name never leaves the server as it is, and never
  /// stands in a log.
  mutating func provePersonalData(_ event: ProvenEvent) throws(HitError) {
    let data = event.data()
    for person in Self.people {
      guard case .object(let members) = person else { continue }
      // The same beside everything else, where other clients put it.
      let changed = data.with(
        [.init("user_data", person), .init("x-ga-mp2-user_properties", person)] + members)
      try look(for: Self.canaries, in: event, changed, field: "user_data")
    }
    for field in event.fields {
      for (canaries, value) in Self.fillings(of: field) {
        try look(
          for: canaries, in: event, data.setting(field.path, value), field: field.path)
      }
      try findPlain(field, in: event)
    }
  }

  /// Returns the values of a field that somebody's address or number got into.
  private static func fillings(of field: EventField) -> [([Canary], ScriptValue)] {
    let mail = [canaries[0]]
    let number = [canaries[1]]
    switch field.kind {
    case .webAddress:
      let page = "https://shop.example.com/account"
      return [
        (mail, .string("\(page)?email=canary.person%40example.com&a=1")),
        (mail, .string("\(page)/\(email)/?a=%zz#\(email)")),
        (number, .string("\(page)?tel=%2B4915155501234")),
      ]
    case .items:
      return ["item_id", "item_name", "item_brand", "item_category", "item_variant"].map { key in
        (
          mail,
          [
            .object(
              [.init("item_id", "SKU-1"), .init("price", 5)].filter { $0.key != key } + [
                .init(key, .string(email))
              ])
          ]
        )
      }
    case .person:
      return [(mail, .string(email)), (number, .string(phone))]
    default:
      return [
        (mail, .string(email)), (mail, .string("for \(email), please")), (mail, [.string(email)]),
        (mail, "canary.person%40example.com"), (number, .string(phone)),
      ]
    }
  }

  private mutating func look(
    for canaries: [Canary], in event: ProvenEvent, _ data: ScriptValue, field: String
  ) throws(HitError) {
    for tag in try tags(of: event, data) {
      for text in tag.effects.sentTexts {
        let traces = text.traces
        for canary in canaries where traces.contains(where: { $0.containsText(canary.trace) }) {
          add(
            .personalData, event.name,
            "tag '\(tag.name)' lets \(canary.what) of '\(field)' out as it is, in \(text.place)",
            fix: field == "user_data"
              ? "send it as a match key, which hashes it, and log nothing of it"
              : "leave '\(field)' out, or what in it looks like \(canary.what)")
        }
      }
    }
  }

  /// Finds out where a field's own words leave the server: nothing can tell a name among them from another word.
  private mutating func findPlain(_ field: EventField, in event: ProvenEvent) throws(HitError) {
    let word = "canaryword"
    let value: ScriptValue =
      switch field.kind {
      case .webAddress: .string("https://shop.example.com/\(word)")
      case .items: [["item_id": .string(word), "item_name": .string(word), "price": 5]]
      default: .string(word)
      }
    for tag in try tags(of: event, event.data().setting(field.path, value)) {
      for text in tag.effects.sentTexts where text.isRequest && text.text.containsText(word) {
        addPlain(field.path, text.member)
      }
    }
  }
}

/// A text that leaves the server or is logged.
private struct SentText {
  let text: String
  /// The place of the text, for people.
  let place: String
  /// The member of a request that holds the text.
  let member: String
  let isRequest: Bool

  /// The text in lower case as it is, decoded, and without what stands between the digits of a number.
  var traces: [String] {
    let text = text.lowercased()
    let plain = URIEncoding.decode(text, as: .component) ?? text
    let dense = plain.filter { !" -+()/".contains($0) }
    return [text, plain, dense]
  }
}

extension TagEffects {
  /// Everything that the tag told anybody.
  fileprivate var sentTexts: [SentText] {
    var texts: [SentText] = []
    for request in requests {
      let start = "'\(request.url.prefix { $0 != "?" })'"
      func add(_ text: String, _ member: String) {
        texts.append(
          SentText(text: text, place: "'\(member)' to \(start)", member: member, isRequest: true))
      }
      add(request.url, "address")
      for header in request.headers { add(header.value, "header \(header.name)") }
      if let body = request.body {
        if let json = try? JSON.read(body) {
          for leaf in ScriptValue(json).leaves {
            add(leaf.text, leaf.path.isEmpty ? "body" : leaf.path)
          }
        } else {
          add(body, "body")
        }
      }
    }
    for (kind, list) in [
      ("a console line", logs), ("the address of a pixel", pixels),
      ("a cookie", cookies.map(\.headerText)),
      ("a header of the answer", responseHeaders.map(\.value)),
    ] {
      texts += list.map { SentText(text: $0, place: kind, member: kind, isRequest: false) }
    }
    return texts
  }
}
