/// An API that a server template gets with `require`: what it is and what it needs.
///
/// Source: https://developers.google.com/tag-platform/tag-manager/server-side/api
package struct ServerAPI: Hashable, Sendable {
  /// The name that `require` takes.
  package let name: String
  /// The permission that its use needs.
  package let permission: Permission?
  /// Its methods, where it is an object and no function.
  package let methods: [String]?

  private init(_ name: String, _ permission: Permission? = nil, methods: [String]? = nil) {
    self.name = name
    self.permission = permission
    self.methods = methods
  }

  /// The API of a name; `nil` where there is none such.
  package static func named(_ name: String) -> ServerAPI? { byName[name] }

  /// All APIs, in alphabetical order.
  package static let all: [ServerAPI] = [
    ServerAPI("BigQuery", .accessBigQuery, methods: ["insert"]),
    ServerAPI(
      "Firestore", .accessFirestore, methods: ["query", "read", "runTransaction", "write"]),
    ServerAPI("JSON", methods: ["parse", "stringify"]),
    ServerAPI("Math", methods: ["abs", "ceil", "floor", "max", "min", "pow", "round", "sqrt"]),
    ServerAPI("Object", methods: ["delete", "entries", "freeze", "keys", "values"]),
    ServerAPI("Promise", methods: ["all", "create"]),
    ServerAPI("addEventCallback", .readEventMetadata),
    ServerAPI("addMessageListener", .useMessage),
    ServerAPI("callLater"),
    ServerAPI("claimRequest"),
    ServerAPI("computeEffectiveTldPlusOne"),
    ServerAPI("createRegex"),
    ServerAPI("decodeUri"),
    ServerAPI("decodeUriComponent"),
    ServerAPI("encodeUri"),
    ServerAPI("encodeUriComponent"),
    ServerAPI("extractEventsFromMpv1", .readRequest),
    ServerAPI("extractEventsFromMpv2", .readRequest),
    ServerAPI("fromBase64"),
    ServerAPI("generateRandom"),
    ServerAPI("getAllEventData", .readEventData),
    ServerAPI("getClientName", .readContainerData),
    ServerAPI("getContainerVersion", .readContainerData),
    ServerAPI("getCookieValues", .getCookies),
    ServerAPI("getEventData", .readEventData),
    ServerAPI("getGoogleAuth", .useGoogleCredentials),
    ServerAPI("getGoogleScript", .sendHTTP),
    ServerAPI("getRemoteAddress", .readRequest),
    ServerAPI("getRequestBody", .readRequest),
    ServerAPI("getRequestHeader", .readRequest),
    // No template uses it without another part of the request, so what it needs alone is not known.
    ServerAPI("getRequestMethod"),
    ServerAPI("getRequestPath", .readRequest),
    ServerAPI("getRequestQueryParameter", .readRequest),
    ServerAPI("getRequestQueryParameters", .readRequest),
    ServerAPI("getRequestQueryString", .readRequest),
    ServerAPI("getTimestamp"),
    ServerAPI("getTimestampMillis"),
    ServerAPI("getType"),
    ServerAPI("hasMessageListener", .useMessage),
    ServerAPI("hmacSha256", .useCustomPrivateKeys),
    ServerAPI("isRequestMpv1"),
    ServerAPI("isRequestMpv2"),
    ServerAPI("logToConsole", .logging),
    ServerAPI("makeInteger"),
    ServerAPI("makeNumber"),
    ServerAPI("makeString"),
    ServerAPI("makeTableMap"),
    ServerAPI("parseUrl"),
    ServerAPI("queryPermission"),
    ServerAPI("returnResponse", .returnResponse),
    ServerAPI("runContainer", .runContainer),
    ServerAPI("sendEventToGoogleAnalytics", .sendHTTP),
    ServerAPI("sendHttpGet", .sendHTTP),
    ServerAPI("sendHttpRequest", .sendHTTP),
    ServerAPI("sendMessage", .useMessage),
    ServerAPI("sendPixelFromBrowser", .sendPixelFromBrowser),
    ServerAPI("setCookie", .setCookies),
    ServerAPI("setPixelResponse", .accessResponse),
    ServerAPI("setResponseBody", .accessResponse),
    ServerAPI("setResponseHeader", .accessResponse),
    ServerAPI("setResponseStatus", .accessResponse),
    ServerAPI("sha256"),
    ServerAPI("sha256Sync"),
    ServerAPI(
      "templateDataStorage", .accessTemplateStorage,
      methods: ["clear", "getItemCopy", "removeItem", "setItemCopy"]),
    ServerAPI("testRegex"),
    ServerAPI("toBase64"),
  ]

  private static let byName: [String: ServerAPI] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
