/// An answer as it comes in.
final class CurlAnswer {
  /// The longest head that is read, in bytes.
  private static let headLimit = 1 << 20

  private let limit: Int
  private var headLength = 0
  private var status = 0
  private var headers: [String: String] = [:]
  private var body: [UInt8] = []
  /// Whether the body was given up for its length.
  private(set) var isTooLong = false
  /// Whether the head was given up for its length.
  var hasLongHead: Bool { headLength > Self.headLimit }

  /// - Parameter limit: the longest body that is taken, in bytes.
  init(limit: Int) { self.limit = limit }

  /// The answer so far; `nil` before its status has come.
  var response: HTTPResponse? {
    status == 0 ? nil : HTTPResponse(status: status, headers: headers, body: body)
  }

  /// Takes a line of the head; false once the head is too long. A status line begins it anew: the one
  /// before was only provisional.
  func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
    headLength += bytes.count
    guard !hasLongHead else { return false }
    let line = String(decoding: bytes, as: UTF8.self).prefix { !$0.isNewline }
    if line.hasPrefix("HTTP/") {
      headers = [:]
      status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      headers[line[..<colon].lowercased()] = String(value)
    }
    return true
  }

  /// Takes a piece of the body; false once that makes it longer than the limit.
  func takeBody(_ piece: UnsafeRawBufferPointer) -> Bool {
    let announced = headers["content-length"].flatMap { Int($0) } ?? 0
    guard announced <= limit, body.count + piece.count <= limit else {
      isTooLong = true
      return false
    }
    body.append(contentsOf: piece)
    return true
  }
}

/// Called by libcurl with a piece of the body; any other result than the number of bytes ends the transfer.
func receiveBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let answer = Unmanaged<CurlAnswer>.fromOpaque(context).takeUnretainedValue()
  let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return answer.takeBody(piece) ? piece.count : 0
}

/// Called by libcurl with a line of the head, in the same way.
func receiveHeader(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let answer = Unmanaged<CurlAnswer>.fromOpaque(context).takeUnretainedValue()
  let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return answer.takeHeader(line) ? line.count : 0
}
