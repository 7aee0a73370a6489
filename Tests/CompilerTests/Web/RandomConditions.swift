import SandboxedJS
import Simulator
import TagwrightPlan

/// Conditions with every word of the DSL, and visits of pages on which they may hold.
struct RandomConditions {
  private var chance: RandomHits

  init(seed: UInt64) { chance = RandomHits(seed: seed) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(chance.next() % UInt64(values.count))]
  }

  private static let paths = [
    "page_location", "page_referrer", "page_title", "page_hostname", "page_path", "language",
    "user_agent", "client_id", "screen_resolution", "event_name", "ip_override", "plan", "member",
    "value", "currency", "transaction_id", "items", "items.0.item_id", "items.0.price",
    "items.1.quantity", "items.0", "user_data", "user_data.email_address",
    "user_data.address.city", "user_data.address.0.city", "user_id", "page.kind", "x-ga-gcs",
    "client_hints.mobile", "viewport_size", "ttp", "ttclid",
  ]
  private static let names = ["shop", "_ttp", "ref", "ttclid", "x-shop"]
  private static let texts = [
    "de", "www.example.com", "/danke", "Danke", "basic", "true", "undefined", "null", "5", "0",
    "alice@example.com", "Berlin", "T-1", "EUR", "purchase", "page_view", "GA4", "example", "a",
    "SKU-1", "{{Event Name}}", "GTM-SERVER", "#top", "mail", "one",
  ]
  private static let patterns = [
    "^/danke$", ".+", "^$", "de|com", "(?i)DANKE", "a\\sb", "[0-9]+", "^undefined$", "\\.com",
    "[[:alpha:]]", "danke#", "^(purchase|sign_up)$", "\\d", "^[^/]*$", "(?:T-|SKU-)1",
  ]

  /// A condition that says it was written on a line of its own.
  mutating func condition(line: UInt, depth: Int = 1) -> Condition {
    if depth > 0, chance.next() % 6 == 0 {
      let one = condition(line: line, depth: depth - 1)
      let other = condition(line: line, depth: depth - 1)
      let either: Condition = .anyOf(one, other, line: line)
      return chance.next() % 3 == 0 ? !either : either
    }
    let source = source(line: line, depth: 2)
    let text = pick(Self.texts)
    let number = pick([0, 5, 29.9, -1, 59.9])
    let made: Condition =
      switch chance.next() % 14 {
      case 0: .client(pick(["GA4", "Other"]), line: line)
      case 1: source != text
      case 2: source.contains(text)
      case 3: source.starts(with: text)
      case 4: source.ends(with: text)
      case 5, 6: source.matches(pick(Self.patterns), ignoringCase: chance.next() % 2 == 0)
      case 7: source > number
      case 8: source >= number
      case 9: source < number
      case 10: source <= number
      case 11: chance.next() % 4 == 0 ? source.matchesSelector("#a") : source == text
      case 12: chance.next() % 4 == 0 ? source.matchesURL("example") : source == text
      default: source == text
      }
    return chance.next() % 3 == 0 ? !made : made
  }

  private mutating func source(line: UInt, depth: Int) -> Source {
    let name = pick(Self.names)
    switch chance.next() % (depth > 0 ? 20 : 16) {
    case 0, 1: return .cookie(name, line: line)
    case 2, 3: return .urlParameter(name, line: line)
    case 4: return .requestHeader(name, line: line)
    case 5: return .queryParameter(name, line: line)
    case 6: return .builtIn(pick(BuiltIn.all), line: line)
    case 7: return .variable(pick(["Event Name", "_event", "Client Name", "Shop"]), line: line)
    case 16:
      return .firstOf(.eventData("plan", line: line), .cookie("shop", line: line), line: line)
    case 17: return .constant("de", line: line)
    case 18:
      let input = source(line: line, depth: depth - 1)
      let fallback = pick([nil, "none"])
      return .lookupTable(
        "Table \(chance.next())", of: input,
        ["de": "one", "/danke": "one", "undefined": "two", "basic": "three", "page_view": "one"],
        default: fallback, line: line)
    case 19:
      let input = source(line: line, depth: depth - 1)
      let fallback = pick([nil, "none"])
      return .regexTable(
        "Table \(chance.next())", of: input,
        [pick(Self.patterns): "one", ".*e": "two"], default: fallback,
        ignoresCase: chance.next() % 2 == 0, matchesWhole: chance.next() % 2 == 0, line: line)
    default: return .eventData(pick(Self.paths), line: line)
    }
  }

  /// A page with anything that sites have, and a push of each event.
  mutating func visit(events: [String]) -> BrowserVisit {
    var headers: [NamedText] = []
    if chance.next() % 3 > 0 { headers.append(NamedText("user-agent", "Mozilla/5.0 example")) }
    if chance.next() % 3 > 0 { headers.append(NamedText("accept-language", "de-DE,en;q=0.5")) }
    var cookies: [NamedText] = []
    if chance.next() % 2 == 0 { cookies.append(NamedText("shop", pick(["de", "", "a%20b", "%"]))) }
    if chance.next() % 2 == 0 { cookies.append(NamedText("_ttp", "basic")) }
    let isGranted = chance.next() % 5 > 0
    let pushes = events.filter { $0 != "page_view" }.map { push($0) }
    return BrowserVisit(
      url: pick([
        "https://www.example.com/", "https://www.example.com/danke",
        "https://shop.example.com/danke#top",
        "https://www.example.com/danke?ttclid=basic&ref=mail#top",
        "https://de.example.com/a%20b?ref=",
        "https://www.example.com/?ref=one&ref=two",
      ]),
      referrer: pick([
        "", "https://www.example.com/?ttclid=one&ref=de", "https://search.example.org/?ref=mail",
      ]),
      title: pick(["", "Danke", "Shop"]), cookies: cookies, headers: headers,
      consent: .object(
        ConsentCode.types.map { ScriptValue.Member($0, isGranted ? "granted" : "denied") }),
      pushes: [extra("")] + pushes)
  }

  private mutating func push(_ name: String) -> ScriptValue {
    guard case .object(let members) = extra(name) else { return .undefined }
    return .object([.init("event", .string(name))] + members)
  }

  private mutating func extra(_ name: String) -> ScriptValue {
    let any: [ScriptValue] = [
      "basic", "", .null, .undefined, true, false, 5, 0, "5", ["de", "a"], ["kind": "de"], [],
      "a  b",
      "a\u{a0}b", "undefined", "null", -1,
    ]
    var members: [ScriptValue.Member] = []
    for key in ["plan", "member", "user_id", "ttp", "viewport_size"] where chance.next() % 2 == 0 {
      members.append(.init(key, pick(any)))
    }
    if chance.next() % 3 == 0 { members.append(.init("page", ["kind": "de"])) }
    if chance.next() % 2 == 0 {
      members.append(
        .init(
          "user_data",
          pick([
            ["email_address": "alice@example.com", "address": ["city": "Berlin"]],
            [
              "email_address": ["alice@example.com", "b@example.com"],
              "address": [["city": "Berlin"]],
            ],
            ["email_address": .null], ["email_address": 5], [:], "alice@example.com", .null,
            ["email_address": [:], "address": ["city": ""]],
          ])))
    }
    if chance.next() % 2 == 0 { members.append(.init("ecommerce", .null)) }
    if chance.next() % 2 == 0 {
      var shop: [ScriptValue.Member] = []
      for key in ["value", "currency", "transaction_id"] where chance.next() % 2 == 0 {
        shop.append(.init(key, pick(any + [59.9, "59.90", "EUR", "T-1", "1e3"])))
      }
      if chance.next() % 2 == 0 {
        shop.append(
          .init(
            "items",
            pick([
              [["item_id": "SKU-1", "price": "29.90", "quantity": 2]],
              [["item_id": 5, "price": 29.9], ["item_id": "a", "quantity": "5"]], [],
              [["item_id": "", "price": .null]], [:], "SKU-1", [["item_id": true]],
            ])))
      }
      members.append(.init("ecommerce", .object(shop)))
    }
    return .object(members)
  }
}
