/// An API that a server template gets with `require`: what it is, what it needs, and what it does.
///
/// Source: https://developers.google.com/tag-platform/tag-manager/server-side/api
package final class ServerAPI: Sendable {
  typealias Body = @Sendable (Machine, Arguments) throws(RunFailure) -> Value

  /// The forms of an API.
  enum Form: Sendable {
    case function(Body)
    /// An object with methods.
    case object([(name: String, body: Body)])
  }

  /// The name that `require` takes.
  package let name: String
  /// A description of the API, in one sentence.
  package let documentation: String
  /// The permission that a template needs to use it.
  package let permission: Permission?
  /// The kinds of templates that can use it.
  package let kinds: Set<TemplateKind>
  let form: Form

  init(
    _ name: String, _ documentation: String, permission: Permission? = nil,
    kinds: Set<TemplateKind> = Set(TemplateKind.allCases), _ body: @escaping Body
  ) {
    self.name = name
    self.documentation = documentation
    self.permission = permission
    self.kinds = kinds
    form = .function(body)
  }

  init(
    _ name: String, _ documentation: String, permission: Permission? = nil,
    methods: [(name: String, body: Body)]
  ) {
    self.name = name
    self.documentation = documentation
    self.permission = permission
    kinds = Set(TemplateKind.allCases)
    form = .object(methods)
  }

  /// The names of its methods, if it is an object.
  package var methods: [String]? {
    if case .object(let methods) = form { methods.map(\.name) } else { nil }
  }
}

extension ServerAPI {
  /// All APIs, in alphabetical order.
  package static let all: [ServerAPI] = families.sorted { $0.name < $1.name }

  private static let families: [ServerAPI] = [
    // Event data and the container.
    getAllEventData, getEventData, addEventCallback, runContainer, getClientName,
    getContainerVersion,
    // The incoming request.
    getRequestHeader, getRequestBody, getRequestMethod, getRequestPath, getRequestQueryString,
    getRequestQueryParameter, getRequestQueryParameters, getRemoteAddress, getCookieValues,
    isRequestMpv1, isRequestMpv2, extractEventsFromMpv1, extractEventsFromMpv2, claimRequest,
    // The response.
    setResponseBody, setResponseHeader, setResponseStatus, setPixelResponse, returnResponse,
    setCookie, sendPixelFromBrowser,
    // Requests to others.
    sendHttpRequest, sendHttpGet, getGoogleScript, sendEventToGoogleAnalytics, getGoogleAuth,
    // Storage.
    templateDataStorage, firestore, bigQuery,
    // Values.
    json, math, object, promise, makeString, makeNumber, makeInteger, makeTableMap, getType,
    parseUrl, encodeUri, encodeUriComponent, decodeUri, decodeUriComponent, toBase64, fromBase64,
    sha256Sync, sha256, hmacSha256, generateRandom, getTimestampMillis, getTimestamp,
    computeEffectiveTldPlusOne, createRegex, testRegex,
    // Control.
    callLater, logToConsole, queryPermission, addMessageListener, hasMessageListener, sendMessage,
  ]

  private static let byName: [String: ServerAPI] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The API of a name.
  package static func named(_ name: String) -> ServerAPI? { byName[name] }
}
