/// A request that a script sent.
package struct OutgoingRequest: Hashable, Sendable {
  package var url: String
  package var method: String
  package var headers: [NamedText]
  package var body: String?
  /// Milliseconds after which it would be given up.
  package var timeout: Double
  /// The OAuth scopes of the Google credentials that it carries.
  package var scopes: [String]

  /// Describes a request.
  package init(
    url: String, method: String = "GET", headers: [NamedText] = [], body: String? = nil,
    timeout: Double = 15_000, scopes: [String] = []
  ) {
    self.url = url
    self.method = method
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.scopes = scopes
  }
}

/// The outcome of a request.
package enum HTTPAnswer: Hashable, Sendable {
  case answered(status: Int, headers: [NamedText], body: String)
  /// No answer came.
  case failed
  /// None came in time.
  case timedOut

  /// An answer.
  package static func response(
    status: Int = 200, headers: [NamedText] = [], body: String = ""
  ) -> HTTPAnswer {
    .answered(status: status, headers: headers, body: body)
  }
}
