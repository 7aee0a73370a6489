/// What the server sends back, and in which manner.
package struct Reply: Sendable {
  package enum Manner: Sendable {
    /// All of it, with its length.
    case whole
    /// With its full length announced, but the connection ends after some bytes of the body.
    case cut(after: Int)
    /// Like `cut`, and the connection is reset.
    case reset(after: Int)
    /// In chunks, without a length.
    case chunked
    /// In chunks, and the connection ends before the last one.
    case chunkedCut
    /// Without a length: the end of the connection ends the body.
    case untilClosed
    /// Byte by byte, with pauses.
    case slow(pause: Double)
    /// The head, then nothing.
    case stuck
    /// The body again and again, until the client goes or has taken ``Reply/endlessLength``.
    case endless
    /// The body as headers, in the same way.
    case endlessHead
    /// The body alone: no status line, no headers.
    case bare
  }

  /// Where what is called endless ends, in bytes, so that no client takes the machine's memory.
  package static let endlessLength = 64 << 20

  package var status: Int
  package var headers: [String: String] = ["Content-Type": "application/json; charset=UTF-8"]
  package var body: [UInt8]
  package var manner: Manner

  package init(
    _ status: Int = 200, _ body: String = "", headers: [String: String] = [:],
    manner: Manner = .whole
  ) {
    self.status = status
    self.body = Array(body.utf8)
    self.headers.merge(headers) { $1 }
    self.manner = manner
  }
}
