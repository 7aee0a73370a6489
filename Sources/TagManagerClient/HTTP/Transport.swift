/// One request, before anything is known about how it travels.
package struct HTTPRequest: Sendable, CustomStringConvertible, CustomReflectable {
  /// The actions to take at the address.
  package enum Method: String, Hashable, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
  }

  /// The action to take.
  package let method: Method
  /// The purpose of the request, for progress and errors: `the live version of 'GTM-ABC1234'`.
  package let purpose: String
  /// The address that it goes to.
  package var endpoint: HTTPEndpoint
  /// The body that is sent along: a form, already encoded, unless a header says otherwise.
  package var body: String?
  /// Further headers. Their values may be secret, as may the body: printing a request shows neither.
  package var headers: [String: String]
  /// Whether it counts towards the quota of the Tag Manager API.
  package let isMetered: Bool
  /// Whether sending it twice does no more than sending it once.
  package let isRepeatable: Bool

  /// - Parameter method: `nil` for a GET, or a POST where there is a body.
  package init(
    _ purpose: String, to endpoint: HTTPEndpoint, method: Method? = nil, body: String? = nil,
    headers: [String: String] = [:], isMetered: Bool = false, isRepeatable: Bool = true
  ) {
    self.method = method ?? (body == nil ? .get : .post)
    self.isRepeatable = isRepeatable
    self.purpose = purpose
    self.endpoint = endpoint
    self.body = body
    self.headers = headers
    self.isMetered = isMetered
  }

  package var description: String { "(request for \(purpose))" }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// Whether it must not travel in the clear: everything that is posted, and everything with a token.
  package var carriesSecrets: Bool { body != nil || headers["Authorization"] != nil }
}

/// One complete answer.
package struct HTTPResponse: Sendable {
  /// The HTTP status, such as 200.
  package let status: Int
  /// The headers, names in lower case.
  package let headers: [String: String]
  /// The body, decompressed.
  package let body: [UInt8]

  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The content type without its parameters, in lower case; empty where there is none.
  package var contentType: String {
    String((headers["content-type"] ?? "").prefix { $0 != ";" && $0 != " " }).lowercased()
  }
}

/// A carrier of requests: the network, or a test's stand-in.
package protocol Transport {
  /// Sends one request and reads the answer whole, whatever its status. Redirects are not followed.
  ///
  /// Throws when no complete answer of at most `limit` bytes came within `timeout`.
  func send(
    _ request: HTTPRequest, timeout: Duration, limit: Int
  ) throws(TransportFailure) -> HTTPResponse
}
