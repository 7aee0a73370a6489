import Foundation
import JSONText

/// A stand-in for the Tag Manager API, a token endpoint and the metadata server, all at one address.
///
/// It answers as Google does: pages, one page token at a time; 401 with a challenge for a token that
/// it did not give out; refusals in Google's shapes.
package final class StandInTagManager: Sendable {
  package static let publicID = "GTM-ABC1234"
  package static let path = "accounts/6001/containers/7002"

  package struct State: Sendable {
    /// The tokens that are accepted.
    package var validTokens: Set<String> = ["given-token"]
    /// Replies that come before anything else, for API requests, in order.
    package var troubles: [Reply] = []
    /// Replies that come before anything else at the token endpoint, in order.
    package var tokenTroubles: [Reply] = []
    /// How many tokens the token endpoint has given out.
    package var tokensGiven = 0
    /// Whether tokens that are given out are valid.
    package var givesValidTokens = true
    package var scope = "https://www.googleapis.com/auth/tagmanager.readonly"
    /// Entities on one page.
    package var pageSize = 3
    /// The live version where it is not the shop's own.
    package var live: String?
    /// Features of the container.
    package var features: [String: Bool] = [:]
  }

  package let state = Locked(State())
  package let server: LoopbackServer

  package init() throws {
    let state = state
    server = try LoopbackServer { StandInTagManager.answer($0, state) }
  }

  package var url: String { server.url }
  package var tokenURI: String { url + "/token" }
  /// The API requests, as paths below `tagmanager/v2/`.
  package var apiPaths: [String] {
    server.requests.map(\.path).filter { $0.hasPrefix("/tagmanager") }
      .map { String($0.dropFirst("/tagmanager/v2/".count)) }
  }

  private static func answer(_ request: ReceivedRequest, _ state: Locked<State>) -> Reply {
    switch request.path {
    case "/token": return state.change { token(request, &$0) }
    case "/computeMetadata/v1/instance/service-accounts/default/token":
      guard request.headers["metadata-flavor"] == "Google" else { return Reply(403, "no header") }
      var reply = state.change { token(request, &$0) }
      reply.headers["Metadata-Flavor"] = "Google"
      return reply
    default: return state.change { api(request, &$0) }
    }
  }

  private static func token(_ request: ReceivedRequest, _ state: inout State) -> Reply {
    if !state.tokenTroubles.isEmpty { return state.tokenTroubles.removeFirst() }
    state.tokensGiven += 1
    let token = "fresh-token-\(state.tokensGiven)"
    if state.givesValidTokens { state.validTokens.insert(token) }
    let answer: JSON = [
      "access_token": .string(token), "expires_in": 3599, "token_type": "Bearer",
      "scope": .string(state.scope),
    ]
    return Reply(200, answer.text(.compact))
  }

  private static func api(_ request: ReceivedRequest, _ state: inout State) -> Reply {
    guard let header = request.headers["authorization"], header.hasPrefix("Bearer "),
      state.validTokens.contains(String(header.dropFirst(7)))
    else { return .unauthorised }
    if !state.troubles.isEmpty { return state.troubles.removeFirst() }
    let prefix = "/tagmanager/v2/"
    guard request.method == "GET", request.path.hasPrefix(prefix) else { return .notFound }
    switch String(request.path.dropFirst(prefix.count)) {
    case "accounts/containers:lookup":
      guard request.query["tagId"] == publicID else { return .notFound }
      return Reply(200, ShopContainer.container(features: state.features).text(.container))
    case "\(path)/versions:live", "\(path)/versions/9":
      return Reply(200, state.live ?? ShopContainer.version(9).text(.container))
    case "\(path)/versions/8":
      return Reply(200, ShopContainer.version(8).text(.container))
    case "\(path)/workspaces":
      return page("workspace", ShopContainer.workspaces, request, state.pageSize)
    case let other where other.hasPrefix("\(path)/workspaces/14/"):
      let collection = String(other.dropFirst("\(path)/workspaces/14/".count))
      guard let (member, entities) = ShopContainer.lists[collection] else { return .notFound }
      return page(member, entities, request, state.pageSize)
    default: return .notFound
    }
  }

  private static func page(
    _ member: String, _ entities: [JSON], _ request: ReceivedRequest, _ size: Int
  ) -> Reply {
    let token = request.query["pageToken"]
    let start = token.flatMap { Int($0.dropFirst("p+/".count)) } ?? 0
    let end = min(start + size, entities.count)
    var members: [JSONObject.Member] = []
    if start < end { members.append(.init(member, .array(Array(entities[start..<end])))) }
    if end < entities.count { members.append(.init("nextPageToken", .string("p+/\(end)"))) }
    return Reply(200, JSON.object(JSONObject(members)).text(.container))
  }
}

extension Reply {
  package static let unauthorised = Reply(
    401,
    """
    {"error": {"code": 401, "message": "Request had invalid authentication credentials.", "errors": [{"message": "Invalid Credentials", "domain": "global", "reason": "authError", "location": "Authorization", "locationType": "header"}], "status": "UNAUTHENTICATED"}}
    """,
    headers: [
      "WWW-Authenticate": #"Bearer realm="https://accounts.google.com/", error="invalid_token""#
    ])
  package static let notFound = Reply(
    404,
    """
    {"error": {"code": 404, "message": "Not found or permission denied.", "errors": [{"message": "Not found or permission denied.", "domain": "global", "reason": "notFound"}], "status": "NOT_FOUND"}}
    """)
  /// The older shape of a used-up quota.
  package static let quota403 = Reply(
    403,
    """
    {"error": {"code": 403, "message": "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute'.", "errors": [{"message": "Quota exceeded", "domain": "usageLimits", "reason": "rateLimitExceeded"}], "status": "PERMISSION_DENIED"}}
    """)
  /// The newer shape.
  package static let quota429 = Reply(
    429,
    """
    {"error": {"code": 429, "message": "Quota exceeded for quota metric 'Queries'.", "status": "RESOURCE_EXHAUSTED", "details": [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "RATE_LIMIT_EXCEEDED", "domain": "googleapis.com", "metadata": {"quota_limit": "DefaultRequestsPerMinutePerProject", "consumer": "projects/123"}}]}}
    """)
  package static let forbidden = Reply(
    403,
    """
    {"error": {"code": 403, "message": "The caller does not have permission", "errors": [{"message": "The caller does not have permission", "domain": "global", "reason": "forbidden"}], "status": "PERMISSION_DENIED"}}
    """)
  package static let missingScope = Reply(
    403,
    """
    {"error": {"code": 403, "message": "Request had insufficient authentication scopes.", "errors": [{"message": "Insufficient Permission", "domain": "global", "reason": "insufficientPermissions"}], "status": "PERMISSION_DENIED", "details": [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "domain": "googleapis.com", "metadata": {"service": "tagmanager.googleapis.com"}}]}}
    """)
}
