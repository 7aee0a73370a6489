/// A token that lets its bearer read containers. Its text goes into one request header and nowhere else.
package struct AccessToken: Sendable, CustomStringConvertible, CustomReflectable {
  /// The token itself.
  package let secret: String

  /// Takes a token as a file or a variable holds it, so a line end after it is not part of it.
  ///
  /// `nil` where a character stands in it that no token has (RFC 6750 section 2.1): it would end
  /// the header or begin another one.
  package init?(_ text: String) {
    var token = text[...]
    while let last = token.last, last.isWhitespace { token.removeLast() }
    token = token.drop { $0.isWhitespace }
    guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    secret = String(token)
  }

  package var description: String { "(token)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
