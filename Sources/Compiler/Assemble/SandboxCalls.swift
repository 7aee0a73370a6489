import CustomTemplate

/// The calls that a template's code makes to the sandbox, with the texts it passes.
struct SandboxCalls {
  /// The APIs that the sources may require, of server templates and of web templates.
  private static let apis: Set<String> = [
    "JSON", "Math", "createRegex", "encodeUriComponent", "getCookieValues", "getEventData",
    "getRequestHeader",
    "getRequestQueryParameter", "getTimestampMillis", "getType", "logToConsole", "makeNumber",
    "makeString", "parseUrl", "sendHttpRequest", "setCookie", "sha256Sync", "testRegex",
    "Object", "aliasInWindow", "callInWindow", "copyFromDataLayer", "copyFromWindow", "createQueue",
    "generateRandom", "injectScript", "isConsentGranted", "setInWindow",
  ]

  private var arguments: [String: Set<String>] = [:]

  mutating func add(_ use: IdentifierScanner.Use) {
    guard Self.apis.contains(use.name) else { return }
    arguments[use.name, default: []].formUnion(use.argument.map { [$0] } ?? [])
  }

  /// The names that the code has to require, sorted.
  var names: [String] { arguments.keys.sorted() }

  /// The least permissions under which the code runs, in the order of their names.
  func permissions(loggingAlways: Bool) -> [TemplatePermission] {
    var permissions: [TemplatePermission] = []
    if let names = sorted("getCookieValues") { permissions.append(.getCookies(names: names)) }
    if arguments["logToConsole"] != nil {
      permissions.append(.logging(loggingAlways ? .all : .debug))
    }
    if let keys = sorted("getEventData") { permissions.append(.readEventData(keys: keys)) }
    let headers = sorted("getRequestHeader")
    let parameters = sorted("getRequestQueryParameter")
    if headers != nil || parameters != nil {
      permissions.append(
        .readRequest(
          headers: headers.map(NamedAccess.only) ?? .none,
          queryParameters: parameters.map(NamedAccess.only) ?? .none))
    }
    if let urls = sorted("sendHttpRequest") { permissions.append(.sendHTTP(urls: urls)) }
    if let cookies = sorted("setCookie") {
      permissions.append(
        .setCookies(
          cookies.map { TemplatePermission.CookieAccess($0, path: "/", onlySecure: true) }))
    }
    return permissions
  }

  /// The texts that an API is called with.
  func texts(_ name: String) -> Set<String> { arguments[name] ?? [] }

  private func sorted(_ name: String) -> [String]? { arguments[name]?.sorted() }
}
