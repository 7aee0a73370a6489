package import SandboxedJS

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension IncomingHit {
  /// The request for an address, as a browser's network panel or a log shows it.
  ///
  /// A whole address, a path with a query, or a query alone, which then is one of Google Analytics.
  ///
  /// - Throws: ``HitError`` if it is none of them.
  package init(
    url: String, method: String = "GET", headers: [NamedText] = [], body: String? = nil
  ) throws(HitError) {
    let text = url.utf8.place(of: UInt8(ascii: "#")).map { String(url[..<$0]) } ?? url
    guard !text.isEmpty else { throw HitError("the address is empty") }
    guard text.utf8.count + (body?.utf8.count ?? 0) <= HitLimits.bytes else {
      throw HitError.tooLarge(text.utf8.count + (body?.utf8.count ?? 0))
    }
    guard !text.utf8.hasByte(where: { $0 <= 0x20 || $0 == 0x7F }) else {
      throw HitError(
        "'\(text.shortened)' is not an address: it has a space or a control character")
    }
    let start = text.utf8.place(of: UInt8(ascii: "?")) ?? text.endIndex
    var place = text[..<start]
    var query = String(Substring(text.utf8[start...].dropFirst()))
    var headers = headers
    if let colon = place.utf8.firstIndex(of: UInt8(ascii: ":")),
      place.utf8[colon...].starts(with: "://".utf8)
    {
      let name = place[..<colon]
      guard name == "https" || ["http", "https"].contains(name.lowercased()) else {
        throw HitError("'\(text.shortened)' is not an address of the web")
      }
      let rest = place.utf8[colon...].dropFirst(3)
      let host = Substring(rest.prefix { $0 != UInt8(ascii: "/") })
      place = Substring(rest[host.endIndex...])
      if !headers.contains(where: { $0.name.isSameHeader(as: "host") }), !host.isEmpty {
        headers.append(NamedText("host", String(host)))
      }
    } else if !place.hasPrefix("/") {
      guard start == text.endIndex, place.contains("=") || place.contains("%3D") else {
        throw HitError(
          "'\(text.shortened)' is not an address: one starts with https:// or with /, or is a query such as v=2&en=page_view"
        )
      }
      query = String(place)
      place = "/g/collect"
    }
    self.init(
      request: IncomingRequest(
        method: method, path: Self.path(String(place)), query: query, headers: headers, body: body))
    request.remoteAddress = request.visitorAddress
  }

  /// The path without the prefix of the tagging server: what stands before `/g/collect`.
  private static func path(_ path: String) -> String {
    if path.hasSuffix("/g/collect") { return "/g/collect" }
    return path.isEmpty ? "/" : path
  }
}

extension HitError {
  static func tooLarge(_ bytes: Int) -> HitError {
    HitError(
      "the hit has \(bytes) bytes, more than the \(HitLimits.bytes) that a hit may have; no browser sends so much"
    )
  }
}

extension String.UTF8View {
  /// The first place of a byte; looked for in memory, which takes less than going from index to index.
  func place(of byte: UInt8) -> Index? {
    withContiguousStorageIfAvailable { bytes -> Index? in
      guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count)
      else { return nil }
      return index(startIndex, offsetBy: UnsafeRawPointer(found) - UnsafeRawPointer(start))
    } ?? firstIndex(of: byte)
  }

  /// Whether there is such a byte; looked for in memory.
  func hasByte(where isWanted: (UInt8) -> Bool) -> Bool {
    withContiguousStorageIfAvailable { $0.contains(where: isWanted) } ?? contains(where: isWanted)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The text without spaces, tabs and line breaks around it.
  var trimmingSpaces: String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
    var text = self[...].utf8
    if let first = text.first, let last = text.last, !isSpace(first), !isSpace(last) {
      return String(self)
    }
    while let first = text.first, isSpace(first) { text.removeFirst() }
    while let last = text.last, isSpace(last) { text.removeLast() }
    return String(Substring(text))
  }
}
