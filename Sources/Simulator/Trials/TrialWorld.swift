import SandboxedJS

/// In what a visit differs from the usual one.
struct TrialWorld: Hashable, Sendable {
  /// The page and the browser.
  struct Page: Hashable, Sendable {
    var address: String?
    var host: String?
    var path: String?
    var referrer: String?
    var title: String?
    /// Texts by their names; `nil` for what is not there.
    var cookies: [String: String?] = [:]
    var query: [String: String?] = [:]
    var headers: [String: String?] = [:]
  }

  var page = Page()
  /// The pushed values, by path; undefined for what is not pushed.
  var values: [String: ScriptValue] = [:]

  /// Gives an input a value; `nil` for none.
  func setting(_ input: TrialInput, _ value: String?) -> TrialWorld {
    var world = self
    switch input {
    case .dataLayer(let path): world.values[path] = value.map { Self.value($0) } ?? .undefined
    case .cookie(let name): world.page.cookies[name] = .some(value)
    case .query(let name): world.page.query[name] = .some(value)
    case .header(let name): world.page.headers[name] = .some(value)
    case .referrer: world.page.referrer = value ?? ""
    case .title: world.page.title = value ?? ""
    case .address("HOST"):
      if let value, WebURL("https://\(value)/")?.host != nil { world.page.host = value }
    case .address("PATH"):
      world.page.path = value.map { $0.utf8.first == UInt8(ascii: "/") ? $0 : "/\($0)" }
    case .address("URL"):
      guard let value else { break }
      if WebURL(value)?.host != nil {
        world.page.address = value
      } else {
        world.page.path = value.utf8.first == UInt8(ascii: "/") ? value : "/\(value)"
      }
    case .address("FRAGMENT"): world.page.path = value.map { "/#\($0)" }
    case .address: break
    }
    return world
  }

  /// A number where the text is one: pages push numbers.
  private static func value(_ text: String) -> ScriptValue {
    if let number = Double(text), JavaScriptNumber.text(number) == text { return .number(number) }
    return .string(text)
  }
}
