import SandboxedJS
import TagManager

/// The site that trials take place on: a value for everything that its containers read.
struct TrialSite: Sendable {
  let host: String
  private let web: ContainerProgram
  /// The paths of the data layer that web variables read.
  private let paths: [String]
  /// A value for each cookie that a pixel sets or a variable reads.
  private let cookies: [NamedText]
  private let queryNames: [String]
  /// The values that are pushed where nothing is asked for.
  private let usual: ScriptValue

  init(
    _ web: ContainerProgram, _ server: ContainerProgram, host: String, cookies known: [NamedText]
  ) {
    self.web = web
    self.host = host
    var paths: [String] = []
    var cookies: [String] = []
    var names: [String] = []
    func add(_ text: String, to list: inout [String]) {
      if !text.isEmpty, !list.contains(text) { list.append(text) }
    }
    for variable in web.variables + server.variables {
      switch variable.source {
      case .browser(.dataLayer(.constant(let path), _)): add(path.asText, to: &paths)
      case .browser(.cookie(.constant(let name), _)), .cookie(.constant(let name), _):
        add(name.asText, to: &cookies)
      case .browser(.address(nil, "QUERY", .constant(let name), _)): add(name.asText, to: &names)
      case .builtIn(let type):
        if let key = AutomaticEvent.keys[type] { add(key, to: &paths) }
      default: break
      }
    }
    self.paths = paths.filter { !["event", "gtm.uniqueEventId"].contains($0) }
    self.cookies =
      known.filter { !$0.name.isEmpty }
      + cookies.filter { name in !known.contains { $0.name == name } }
      .map { NamedText($0, "trial-\($0)") }
    queryNames = names
    usual = .object(Self.members(paths: self.paths, TrialWorld(), 0, isAutomatic: true))
  }

  // MARK: Pages

  /// A visit of the page; nothing is pushed yet.
  func visit(_ page: TrialWorld.Page) -> BrowserVisit {
    let named = Dictionary(cookies.map { ($0.name, String?.some($0.value)) }) { first, _ in first }
      .merging(page.cookies) { $1 }
    let query = Dictionary(queryNames.map { ($0, String?.some("trial")) }) { first, _ in first }
      .merging(page.query) { $1 }.sorted { $0.key < $1.key }
    // Every hit comes from some address, which the server sees in a header.
    let headers: [String: String?] = [
      "user-agent": "Mozilla/5.0", "accept-language": "en", "x-forwarded-for": "203.0.113.7",
    ].merging(page.headers) { $1 }
    var url = page.address ?? "https://\(page.host ?? host)\(page.path ?? "/")"
    let pairs = query.compactMap { name, value in
      value.map { "\(Self.encoded(name))=\(Self.encoded($0))" }
    }
    // An address that a condition names is that address.
    if page.address == nil, page.path == nil || !page.query.isEmpty, !pairs.isEmpty {
      url += "?" + pairs.joined(separator: "&")
    }
    return BrowserVisit(
      url: url, referrer: page.referrer ?? "", title: page.title ?? "Trial",
      cookies: Self.texts(named), headers: Self.texts(headers))
  }

  private static func encoded(_ text: String) -> String { URIEncoding.encode(text, as: .component) }

  private static func texts(_ values: [String: String?]) -> [NamedText] {
    values.sorted { $0.key < $1.key }.compactMap { name, value in
      value.map { NamedText(name, $0) }
    }
  }

  /// Returns the value of an input where nothing is asked of it; `nil` for nothing.
  func usualValue(of input: TrialInput) -> String? {
    let page = visit(TrialWorld.Page())
    switch input {
    case .dataLayer(let path):
      let value = usual.value(at: path) ?? .undefined
      return [.undefined, .null].contains(value) ? nil : value.asText
    case .cookie(let name): return page.cookies.first { $0.name == name }?.value
    case .header(let name): return page.headers.first { $0.name == name }?.value
    case .referrer: return page.referrer
    case .title: return page.title
    case .query, .address: return nil
    }
  }

  // MARK: Pushes

  /// The number of the order that a push is about.
  func order(_ number: Int) -> String { Self.order(number) }

  private static func order(_ number: Int) -> String { "T-\(1_000 + number)" }

  /// Returns the members of a push, different for each number.
  func members(of world: TrialWorld, _ number: Int, isAutomatic: Bool) -> [ScriptValue.Member] {
    Self.members(paths: paths, world, number, isAutomatic: isAutomatic)
  }

  private static func members(
    paths: [String], _ world: TrialWorld, _ number: Int, isAutomatic: Bool
  ) -> [ScriptValue.Member] {
    var model = DataLayerModel()
    model.push(sample(number))
    for path in paths where isAutomatic || !path.hasPrefix("gtm.") {
      guard model.value.value(at: path) == nil else { continue }
      model.push([.init(path, value(of: path, number))])
    }
    for (path, value) in world.values.sorted(by: { $0.key < $1.key }) {
      model.push([.init(path, value)])
    }
    return model.members
  }

  /// Takes away what the push before has left.
  var reset: ScriptValue {
    var roots: [String] = ["ecommerce", "search_term", "user_data", "user_id"]
    for path in paths {
      let root = String(path.prefix { $0 != "." })
      if !roots.contains(root), root != "gtm" { roots.append(root) }
    }
    return .object(roots.map { .init($0, .undefined) })
  }

  private static func sample(_ number: Int) -> [ScriptValue.Member] {
    let item: ScriptValue = [
      "item_id": "SKU-1", "item_name": "Tee", "price": 29.99, "quantity": 2,
    ]
    let order: ScriptValue = [
      "transaction_id": .string(order(number)), "value": 59.98, "currency": "EUR",
      "items": [item],
    ]
    return [
      .init("user_id", "user_123"), .init("search_term", "tee"),
      .init("user_data", ["email_address": "alice@example.com", "phone_number": "+15550100123"]),
      .init("ecommerce", order),
    ]
  }

  private static func value(of path: String, _ number: Int) -> ScriptValue {
    let name = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    func has(_ words: String...) -> Bool { words.contains { name.contains($0) } }
    if has("currency") { return "EUR" }
    if has("value", "total", "revenue", "amount", "price") { return 59.98 }
    if has("mail") { return "alice@example.com" }
    if has("phone") { return "+15550100123" }
    if has("url", "location", "referrer") { return "https://www.example.com/trial" }
    return .string("trial-\(number)")
  }

  // MARK: The event data

  /// Returns the inputs of a visit that become a value of the event data, and whether it is the
  /// same in every visit.
  func inputs(ofEventData path: String) -> (inputs: [TrialInput], isFixed: Bool) {
    switch path {
    case "page_location": return ([.address("URL")], false)
    case "page_path": return ([.address("PATH")], false)
    case "page_hostname": return ([.address("HOST")], false)
    case "page_title": return ([.title], false)
    case "page_referrer": return ([.referrer], false)
    case "user_agent": return ([.header("user-agent")], false)
    case "language": return ([.header("accept-language")], false)
    case let path where path.hasPrefix("x-") || path == "ip_override": return ([], false)
    default: break
    }
    var isFixed = false
    let root = String(path.prefix { $0 != "." })
    var inputs: [TrialInput] = []
    for tag in web.tags {
      guard case .analytics = tag.action else { continue }
      for (name, value) in Self.settings(tag) where name == path || name == root {
        isFixed = isFixed || web.isFixed(value)
        for input in web.inputs(of: value).inputs {
          if name == root, name != path, case .dataLayer(let key) = input {
            inputs.append(.dataLayer(key + path.dropFirst(root.count)))
          } else {
            inputs.append(input)
          }
        }
      }
    }
    if inputs.isEmpty, !isFixed {
      inputs = [.dataLayer(path)]
      if Self.ecommerce.contains(root) { inputs.append(.dataLayer("ecommerce.\(path)")) }
    }
    var seen: Set<TrialInput> = []
    return (inputs.filter { seen.insert($0).inserted }, isFixed)
  }

  /// The parameters that pages push in the object for e-commerce.
  private static let ecommerce: Set<String> = [
    "affiliation", "coupon", "currency", "items", "shipping", "tax", "transaction_id", "value",
  ]

  private static func settings(
    _ tag: TagProgram
  ) -> [(name: String, value: ValueExpression)] {
    tag.fields.flatMap { field -> [(String, ValueExpression)] in
      guard case .list(let rows) = field.value else { return [] }
      return rows.compactMap { row in
        guard case .map(let entries) = row,
          case .constant(let name)? = entries.first(where: {
            ["parameter", "name"].contains($0.key)
          })?.value,
          let value = entries.first(where: { ["parameterValue", "value"].contains($0.key) })?.value
        else { return nil }
        return (name.asText, value)
      }
    }
  }
}
