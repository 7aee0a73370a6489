/// The APIs that templates may require (Tag Manager server-side APIs).
enum SandboxAPIs {
  static let names: Set<String> = [
    "JSON", "Math", "Object", "createRegex", "getCookieValues", "getEventData",
    "getRequestHeader", "getRequestQueryParameter", "getTimestampMillis", "getType",
    "logToConsole", "makeNumber", "makeString", "parseUrl", "sendHttpRequest", "setCookie",
    "sha256Sync", "testRegex",
  ]
}
