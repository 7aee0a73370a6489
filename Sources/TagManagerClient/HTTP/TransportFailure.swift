/// The reason a request brought no answer.
package enum TransportFailure: Error, Hashable, Sendable {
  /// No complete answer within the time given to one request.
  case timedOut
  /// The connection ended before the answer was complete; why, in the network library's words.
  case cut(String)
  /// The name of the host, or that of the proxy, has no address; which, in the network library's words.
  case hostNotFound(String)
  /// Nothing answers at the address or at the proxy; at which, in the network library's words.
  case notConnected(String)
  /// The server's certificate is not trusted; why, in the network library's words.
  case notTrusted(String)
  /// The proxy does not lead to the host.
  case proxyRefused(status: Int)
  /// The body is longer than what is read at most, in bytes.
  case tooLong(limit: Int)
  /// Anything that stays as it is however often it is tried, in words.
  case impossible(String)
  /// Anything else, in the network library's words.
  case other(String)

  /// The failure as half a sentence after a host's name.
  package var text: String {
    switch self {
    case .timedOut: "did not answer in time"
    case .cut(let words): "ended the connection before the answer was complete: \(words)"
    case .hostNotFound(let words), .notConnected(let words): "could not be reached: \(words)"
    case .notTrusted(let words): "has no certificate that this machine trusts: \(words)"
    case .proxyRefused(407): "cannot be asked: the proxy wants a user and a password (407)"
    case .proxyRefused(let status):
      "cannot be asked: the proxy refuses to connect to it (\(status))"
    case .tooLong(let limit): "sends more than the \(limit >> 20) MB that are read at most"
    case .impossible(let words): "cannot be asked: \(words)"
    case .other(let words): "could not be asked: \(words)"
    }
  }

  /// Whether asking again may help.
  package var mayPass: Bool {
    switch self {
    case .timedOut, .cut, .hostNotFound, .notConnected, .other: true
    case .proxyRefused(let status): status >= 500
    case .notTrusted, .tooLong, .impossible: false
    }
  }

  /// The remedy, where it is not obvious.
  package var advice: String? {
    switch self {
    case .notTrusted:
      "where a proxy looks into connections, name the file of its certificates in SSL_CERT_FILE"
    case .proxyRefused(407):
      "write them into the address in https_proxy: http://USER:PASSWORD@HOST:PORT"
    default: nil
    }
  }
}
