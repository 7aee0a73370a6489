import SandboxedJS
import TagManager

extension BrowserVisit {
  /// A visit in which everything occurs that a web container waits for, with a value for everything that it reads.
  ///
  /// The visitor agrees to everything, and has the cookies and the address that its variables read.
  package init(tryingOut container: ContainerProgram) {
    var seen: Set<String> = []
    let names = container.triggers.flatMap(\.conditions).compactMap { condition -> String? in
      let name = condition.rightText
      guard ["{{_event}}", "{{Event}}", "{{Event Name}}"].contains(condition.leftText),
        condition.type == .equals, !condition.isNegated, !name.hasPrefix("gtm."),
        seen.insert(name).inserted
      else { return nil }
      return name
    }
    var everything = DataLayerModel()
    everything.push(Self.sample)
    for variable in container.variables {
      guard case .browser(.dataLayer(.constant(let path), _)) = variable.source,
        let text = path.text, everything.value.value(at: text) == nil, !text.hasPrefix("gtm.")
      else { continue }
      everything.push([.init(text, .string("trial"))])
    }
    var cookies: [NamedText] = []
    var query: [String] = []
    for variable in container.variables {
      switch variable.source {
      case .browser(.cookie(.constant(let name), _)):
        cookies.append(NamedText(name.asText, "trial"))
      case .browser(.address(nil, "QUERY", key: .constant(let name), _)):
        query.append("\(URIEncoding.encode(name.asText, as: .component))=trial")
      default: break
      }
    }
    let members = everything.members.filter { $0.key != "event" }
    self.init(
      url: "https://www.example.com/?\(query.joined(separator: "&"))", title: "Trial",
      cookies: cookies,
      headers: [
        NamedText("user-agent", "Mozilla/5.0"), NamedText("x-forwarded-for", "203.0.113.7"),
      ],
      consent: .object(ConsentCode.types.map { ScriptValue.Member($0, "granted") }),
      pushes: names.enumerated().map { index, name in
        .object(
          [.init("event", .string(name))]
            // An id that the site makes is another one for each event.
            + members.map { member in
              member.key.lowercased().hasPrefix("event") && member.value == "trial"
                ? .init(member.key, .string("trial-\(index + 1)")) : member
            })
      })
  }

  private static let sample: [ScriptValue.Member] = [
    .init("user_id", "user_123"), .init("search_term", "tee"),
    .init(
      "user_data", ["email_address": "alice@example.com", "phone_number": "+15550100123"]),
    .init(
      "ecommerce",
      [
        "transaction_id": "T-1001", "value": 59.98, "currency": "EUR",
        "items": [["item_id": "SKU-1", "item_name": "Tee", "price": 29.99, "quantity": 2]],
      ]),
  ]
}
