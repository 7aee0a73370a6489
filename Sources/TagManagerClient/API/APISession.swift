package import JSONText

/// Authorised requests to the Tag Manager API, with one token that is replaced once if it is refused.
package struct APISession {
  /// More pages than any workspace fills.
  private static let pageLimit = 1000

  package private(set) var runner: RequestRunner
  private let tokens: TokenSource
  private var token: AccessToken
  private var hasRefreshed = false

  /// Gets the first token.
  package init(runner: RequestRunner, tokens: TokenSource) throws(FetchFailure) {
    var runner = runner
    runner.report(.credential(tokens.credential.origin))
    token = try tokens.token(through: &runner)
    self.runner = runner
    self.tokens = tokens
  }

  /// Keeps texts out of everything that is thrown and reported from now on, such as the values of secrets.
  package mutating func hide(_ texts: [String]) { runner.secrets += texts }

  /// The answer to one request, read and as it came.
  package mutating func get(
    _ request: HTTPRequest
  ) throws(FetchFailure) -> (json: JSON, bytes: [UInt8]) {
    switch try answer(to: request, needing: .readonly) {
    case .accepted(let json, let response): return (json, response.body)
    case .refused(let refusal): throw refusal.failure(asking: request.purpose)
    }
  }

  /// The ways in which a request that reached the API can end.
  package enum Answer: Sendable {
    /// It was done; the JSON is `null` where the answer has no body.
    case accepted(JSON, HTTPResponse)
    /// It was refused, and nothing was done.
    case refused(APIRefusal)
  }

  /// Sends a request until it is answered.
  ///
  /// Throws where no answer came; of a write that is not repeatable with the kind `uncertain`.
  ///
  /// - Parameter scope: what the request entitles to, for the words of a refusal.
  package mutating func answer(
    to request: HTTPRequest, needing scope: AccessScope
  ) throws(FetchFailure) -> Answer {
    while true {
      var authorised = request
      authorised.headers["Authorization"] = "Bearer \(token.secret)"
      authorised.headers["x-goog-user-project"] = tokens.quotaProject
      switch try runner.run(authorised) {
      case .accepted(let json, let response):
        return .accepted(json, response)
      case .unauthorised where tokens.canRefresh && !hasRefreshed:
        hasRefreshed = true
        runner.report(.refreshing)
        token = try tokens.token(through: &runner)
      case .unauthorised(let response), .refused(let response):
        return .refused(
          APIRefusal(
            response, for: tokens.credential, needing: scope, hiding: runner.secrets))
      }
    }
  }

  /// All entries of a list, over all its pages.
  ///
  /// - Parameters:
  ///   - member: the member of each page that holds its entries.
  ///   - request: the request for the page that a token leads to; `nil` for the first.
  package mutating func list(
    _ member: String, _ request: (String?) -> HTTPRequest
  ) throws(FetchFailure) -> [JSON] {
    var entries: [JSON] = []
    var length = 0
    var page: String?
    for _ in 0..<Self.pageLimit {
      let current = request(page)
      let (json, bytes) = try get(current)
      guard let object = json.object, object[member] == nil || object[member]?.array != nil else {
        throw FetchFailure(.answer, "the answer does not list \(current.purpose)")
      }
      length += bytes.count
      guard length <= RequestRunner.responseLimit else {
        throw FetchFailure(
          .answer,
          "\(current.purpose) are more than the \(RequestRunner.responseLimit >> 20) MB that are read at most"
        )
      }
      entries += object[member]?.array ?? []
      guard let next = object["nextPageToken"]?.string, !next.isEmpty, next != page else {
        if object["nextPageToken"]?.string == page, page != nil { break }
        return entries
      }
      page = next
    }
    throw FetchFailure(.answer, "the list that holds '\(member)' does not end")
  }
}
