/// The URL standard's "basic URL parser", without a base and without the setters' overrides.
struct WebURLParser {
  private let input: [UInt8]
  private var index = 0
  private var url = WebURL()
  private var isSpecial = false

  init(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let isSkipped = { (byte: UInt8) in byte == 0x09 || byte == 0x0A || byte == 0x0D }
    input = bytes.contains(where: isSkipped) ? bytes.filter { !isSkipped($0) } : Array(bytes)
  }

  mutating func parse() -> WebURL? {
    guard parseScheme() else { return nil }
    isSpecial = url.isSpecial
    if url.scheme == "file" {
      guard parseFile() else { return nil }
    } else if isSpecial {
      while isSlash(current) { index += 1 }
      guard parseAuthority() else { return nil }
      parsePathStart()
    } else if current == UInt8(ascii: "/") {
      index += 1
      if current == UInt8(ascii: "/") {
        index += 1
        guard parseAuthority() else { return nil }
        parsePathStart()
      } else {
        parsePath()
      }
    } else {
      parseOpaquePath()
    }
    parseQueryAndFragment()
    return url
  }

  private var current: UInt8? { index < input.count ? input[index] : nil }

  private func isSlash(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: "/") || isSpecial && byte == UInt8(ascii: "\\")
  }

  /// Returns the end of the part from an index on: before a slash, the query, the fragment, or at
  /// the end.
  private func endOfPart(from start: Int) -> Int {
    input[start...].firstIndex {
      isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
    } ?? input.count
  }

  private mutating func parseScheme() -> Bool {
    guard let colon = input.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      Self.isLetter(input[0]),
      input[..<colon].allSatisfy(Self.isOfScheme)
    else { return false }
    url.scheme = String(decoding: input[..<colon], as: UTF8.self).lowercased()
    index = colon + 1
    return true
  }

  private mutating func parseAuthority() -> Bool {
    let end = endOfPart(from: index)
    let authority = input[index..<end]
    index = end
    var host = authority
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      host = authority[(at + 1)...]
      guard !host.isEmpty else { return false }
      let user = authority[..<at]
      let colon = user.firstIndex(of: UInt8(ascii: ":")) ?? user.endIndex
      url.username = Self.encoded(user[..<colon], .userInformation)
      url.password = Self.encoded(user[colon...].dropFirst(), .userInformation)
    }
    var isInBrackets = false
    let colon = host.firstIndex { byte in
      if byte == UInt8(ascii: "[") { isInBrackets = true }
      if byte == UInt8(ascii: "]") { isInBrackets = false }
      return byte == UInt8(ascii: ":") && !isInBrackets
    }
    let name = host[..<(colon ?? host.endIndex)]
    if name.isEmpty {
      guard !isSpecial, colon == nil else { return false }
      url.host = ""
      return true
    }
    url.host = isSpecial ? WebURLHost.parse(name) : WebURLHost.parseOpaque(name)
    guard url.host != nil else { return false }
    return colon.map { parsePort(host[($0 + 1)...]) } ?? true
  }

  private mutating func parsePort(_ digits: ArraySlice<UInt8>) -> Bool {
    guard !digits.isEmpty else { return true }
    var number = 0
    for digit in digits {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return false }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
      guard number <= 65_535 else { return false }
    }
    let port = UInt16(truncatingIfNeeded: number)
    url.portNumber = url.specialPort == port ? nil : port
    return true
  }

  private mutating func parseFile() -> Bool {
    url.host = ""
    guard isSlash(current) else {
      parsePath()
      return true
    }
    index += 1
    guard isSlash(current) else {
      parsePath()
      return true
    }
    index += 1
    let end = endOfPart(from: index)
    let name = input[index..<end]
    if Self.isDriveLetter(name) {
      parsePath()
      return true
    }
    index = end
    if !name.isEmpty {
      guard let host = WebURLHost.parse(name) else { return false }
      url.host = host == "localhost" ? "" : host
    }
    parsePathStart()
    return true
  }

  private mutating func parsePathStart() {
    if isSlash(current) { index += 1 } else if !isSpecial { return }
    parsePath()
  }

  private mutating func parsePath() {
    var segments: [String] = []
    while true {
      let end = endOfPart(from: index)
      let raw = input[index..<end]
      let endsWithSlash = end < input.count && isSlash(input[end])
      index = end
      if Self.isDots(raw, count: 2) {
        shorten(&segments)
        if !endsWithSlash { segments.append("") }
      } else if Self.isDots(raw, count: 1) {
        if !endsWithSlash { segments.append("") }
      } else if url.scheme == "file", segments.isEmpty, Self.isDriveLetter(raw) {
        segments.append(String(decoding: raw.prefix(1), as: UTF8.self) + ":")
      } else {
        segments.append(Self.encoded(raw, .path))
      }
      guard endsWithSlash else { break }
      index += 1
    }
    url.path = .segments(segments)
  }

  private func shorten(_ segments: inout [String]) {
    if url.scheme == "file", segments.count == 1, Self.isDriveLetter(Array(segments[0].utf8)[...]),
      segments[0].hasSuffix(":")
    {
      return
    }
    _ = segments.popLast()
  }

  private mutating func parseOpaquePath() {
    let end =
      input[index...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      ?? input.count
    var text = Self.encoded(input[index..<end], .control)
    // A space before the query would be lost when the query is taken away.
    if end < input.count, text.hasSuffix(" ") { text = text.dropLast() + "%20" }
    url.path = .opaque(text)
    index = end
  }

  private mutating func parseQueryAndFragment() {
    if current == UInt8(ascii: "?") {
      let end = input[index...].firstIndex(of: UInt8(ascii: "#")) ?? input.count
      url.query = Self.encoded(input[(index + 1)..<end], isSpecial ? .specialQuery : .query)
      index = end
    }
    if current == UInt8(ascii: "#") {
      url.fragment = Self.encoded(input[(index + 1)...], .fragment)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  private static func isOfScheme(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: isLetter(byte)
    }
  }

  private static func isDriveLetter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 2, let first = bytes.first, let last = bytes.last else { return false }
    return isLetter(first) && (last == UInt8(ascii: ":") || last == UInt8(ascii: "|"))
  }

  /// Whether a segment is so many dots, each as it is or as `%2e`.
  private static func isDots(_ segment: ArraySlice<UInt8>, count: Int) -> Bool {
    guard (count...3 * count).contains(segment.count),
      segment.first == UInt8(ascii: ".") || segment.first == UInt8(ascii: "%")
    else { return false }
    return PercentEncoding.decode(segment) == [UInt8](repeating: UInt8(ascii: "."), count: count)
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>, _ set: PercentEncodeSet) -> String {
    if !bytes.contains(where: set.contains) { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 8)
    PercentEncoding.append(bytes, to: &text, escaping: set)
    return String(decoding: text, as: UTF8.self)
  }
}
