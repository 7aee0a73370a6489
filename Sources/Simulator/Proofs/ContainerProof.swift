import JSONText
import SandboxedJS

/// What is tried out over a whole container: every event that its triggers wait for, with every consent, and with personal
/// data in every shape.
package struct ContainerProof: Sendable {
  /// Something that does not hold.
  package struct Finding: Hashable, Sendable {
    /// The proof, such as `consent`.
    package let proof: String
    /// The event's name.
    package let event: String
    /// What does not hold, lower case, without a full stop.
    package let message: String
  }

  /// What does not hold, each thing once.
  package private(set) var findings: [Finding] = []
  /// The events that were tried out, counted with each of their forms.
  package private(set) var tries = 0
  /// The names of the events.
  package let events: [String]

  private let simulation: Simulation

  /// Tries everything out.
  package init(_ simulation: Simulation) throws(HitError) {
    self.simulation = simulation
    events = ProvenEvents(simulation.container).names
    for name in events {
      try proveConsent(name)
      try proveDeduplication(name)
      try provePersonalData(name)
      try proveRequiredFields(name)
    }
  }

  private mutating func tags(
    _ name: String, _ changes: [ScriptValue.Member]
  ) throws(HitError) -> [TagResult] {
    tries += 1
    let hit = Hit(
      request: IncomingRequest(cookies: [NamedText("_ttp", "01PROOF.tt.1")]),
      eventData: ProvenEvents.event(name, changes))
    return try simulation.run(hit).events.flatMap(\.tags)
  }

  private mutating func add(_ proof: String, _ event: String, _ message: String) {
    let finding = Finding(proof: proof, event: event, message: message)
    if !findings.contains(finding) { findings.append(finding) }
  }

  // MARK: Consent

  private static let shortCodes: [ScriptValue] = [
    .undefined, "G111", "G110", "G101", "G100", "G1--",
  ]
  private static let longCodes: [ScriptValue] = [
    .undefined, "13t3t3t3t5l1", "13p3p3p3p5l1", "13r3r3r3r5l1", "13u3u3u3u5l1", "13l3l3l3l1l1",
  ]
  private static let states: [ScriptValue] = [
    .undefined, ["consent": ["consentGrantedState": ["ad_storage": true]]],
    ["consent": ["consentGrantedState": ["ad_storage": false]]],
  ]

  /// Whatever the signals: where one of them denies `ad_storage`, nothing is sent and no cookie is set.
  private mutating func proveConsent(_ name: String) throws(HitError) {
    for short in Self.shortCodes {
      for long in Self.longCodes {
        for state in Self.states {
          let changes: [ScriptValue.Member] = [
            .init("x-ga-gcs", short), .init("x-ga-gcd", long),
            .init("x-sst-system_properties", state),
          ]
          guard ConsentState.of("ad_storage", ProvenEvents.event(name, changes)) == false else {
            continue
          }
          for tag in try tags(name, changes)
          where !tag.effects.requests.isEmpty || !tag.effects.cookies.isEmpty {
            add(
              "consent", name,
              "tag '\(tag.name)' sends or sets a cookie though 'ad_storage' is denied")
          }
        }
      }
    }
  }

  // MARK: Deduplication

  /// The same hit has the same id, another hit another one, and it is the one that the pixel sends.
  private mutating func proveDeduplication(_ name: String) throws(HitError) {
    let first = try tags(name, [])
    let again = try tags(name, [])
    let other = try tags(
      name, [.init("event_id", "proof-id-2"), .init("transaction_id", "proof-order-2")])
    for ((one, same), different) in zip(zip(first, again), other) {
      guard one.effects.requests.map(\.body) == same.effects.requests.map(\.body) else {
        add("deduplication", name, "tag '\(one.name)' sends something else for the same hit")
        continue
      }
      for (request, second) in zip(one.effects.requests, different.effects.requests) {
        let (text, otherText) = (request.wholeText, second.wholeText)
        let isShared =
          text.containsText("proof-id-1") && otherText.containsText("proof-id-2")
          || text.containsText("proof-order-1") && otherText.containsText("proof-order-2")
        if !isShared {
          add("deduplication", name, "tag '\(one.name)' does not send the id of the event")
        }
      }
    }
  }

  // MARK: Personal data

  /// What must never be on the wire as it is, in lower case.
  private static let canaries = [
    "canary.person", "15155501234", "canaryfirst", "canarylast", "canarystreet", "cpxq 98765",
  ]

  private static let personalData: [ScriptValue] = {
    let email: ScriptValue = "Canary.Person@Example.com"
    let phone: ScriptValue = "+49 151 55501234"
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
    ]
  }()

  /// Whatever the shape: an address, a number or a name never leaves the server as it is, and never stands in a log.
  private mutating func provePersonalData(_ name: String) throws(HitError) {
    for data in Self.personalData {
      var changes = [ScriptValue.Member("user_data", data)]
      if case .object(let members) = data {
        // The same beside everything else, where other clients put it.
        changes += members.map { .init($0.key, $0.value) }
        changes.append(.init("x-ga-mp2-user_properties", data))
      }
      for tag in try tags(name, changes) {
        let effects = tag.effects
        let texts =
          effects.requests.map(\.wholeText) + effects.logs + effects.pixels
          + effects.cookies.map(\.headerText)
        let text = texts.joined(separator: "\n").lowercased()
        let plain = URIEncoding.decode(text, as: .component) ?? text
        for canary in Self.canaries where text.containsText(canary) || plain.containsText(canary) {
          add("personal data", name, "tag '\(tag.name)' lets '\(canary)' out as it is")
        }
      }
    }
  }

  // MARK: Required fields

  private static let items: [ScriptValue] = [
    [["item_id": "SKU-1", "item_name": "Tee", "price": 29.99, "quantity": 2]],
    [["item_id": 17, "price": "29.99", "quantity": "2"]],
    [["item_id": "SKU-1", "price": 29.99], ["item_id": "SKU-2", "price": 0]],
    ["item_id": "SKU-1", "price": 29.99, "quantity": 2],
    .string(#"[{"item_id":"SKU-1","price":29.99,"quantity":2}]"#),
  ]

  /// Whatever the shape of `items`: what a destination requires of an event is in its request.
  private mutating func proveRequiredFields(_ name: String) throws(HitError) {
    for items in Self.items {
      for value in [59.98, "59.98", 0] as [ScriptValue] {
        for tag in try tags(name, [.init("items", items), .init("value", value)]) {
          for request in tag.effects.requests {
            for member in RequiredMembers.missing(in: request) {
              add("required fields", name, "tag '\(tag.name)' sends no usable '\(member)'")
            }
          }
        }
      }
    }
  }
}

extension OutgoingRequest {
  /// Everything that goes on the wire.
  var wholeText: String {
    ([url] + headers.map { "\($0.name): \($0.value)" } + [body ?? ""]).joined(separator: "\n")
  }
}
