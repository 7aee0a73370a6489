/// An IPv4 address as URLs write it: decimal, octal or hexadecimal parts, also fewer than four.
enum IPv4Address {
  /// Whether the last label of a domain is a number, which makes the domain an address or invalid.
  static func endsLikeOne(_ domain: String) -> Bool {
    let dot = UInt8(ascii: ".")
    var labels = domain.utf8[...]
    if labels.last == dot { labels.removeLast() }
    let last = labels.lastIndex(of: dot).map { labels[$0...].dropFirst() } ?? labels
    // A number begins with a digit in every notation.
    guard let first = last.first, isDigit(first) else { return false }
    return last.allSatisfy(isDigit) || number(last) != nil
  }

  /// The address of a text; `nil` where it is none.
  static func parse(_ text: String) -> UInt32? {
    var parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    guard parts.count <= 4 else { return nil }
    var numbers: [UInt64] = []
    for part in parts {
      guard let number = number(part) else { return nil }
      numbers.append(number)
    }
    guard let last = numbers.popLast(), last < UInt64(1) << UInt64(8 * (4 - numbers.count)),
      numbers.allSatisfy({ $0 <= 255 })
    else { return nil }
    let front = numbers.enumerated().reduce(0) { $0 + $1.element << UInt64(8 * (3 - $1.offset)) }
    return UInt32(exactly: front + last)
  }

  /// The four decimal parts.
  static func text(_ address: UInt32) -> String {
    [24, 16, 8, 0].map { String(address >> UInt32($0) & 255) }.joined(separator: ".")
  }

  private static func isDigit(_ character: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= character
  }

  /// The value of one part; numbers beyond 32 bits are all the same to the caller: too large.
  private static func number(_ part: Substring.UTF8View) -> UInt64? {
    guard !part.isEmpty else { return nil }
    var (digits, radix) = (part, UInt64(10))
    if part.count >= 2, part.first == UInt8(ascii: "0") {
      let second = part.dropFirst().first ?? 0
      let hexadecimal = second | 0x20 == UInt8(ascii: "x")
      (digits, radix) = hexadecimal ? (part.dropFirst(2), 16) : (part.dropFirst(), 8)
    }
    var value: UInt64 = 0
    for digit in digits {
      guard let next = Hexadecimal.value(of: digit), next < radix else { return nil }
      value = min(value * radix + UInt64(next), UInt64(1) << 40)
    }
    return value
  }
}

/// An IPv6 address as URLs write it, between brackets.
enum IPv6Address {
  /// The eight pieces of a text without its brackets; `nil` where it is none.
  static func parse(_ text: some Collection<UInt8>) -> [UInt16]? {
    let text = Array(text)
    var pieces: [UInt16] = []
    var (gap, index) = (Int?.none, 0)
    func at(_ index: Int) -> UInt8? { index < text.count ? text[index] : nil }
    let (colon, dot) = (UInt8(ascii: ":"), UInt8(ascii: "."))
    if at(0) == colon {
      guard at(1) == colon else { return nil }
      index = 2
      gap = 0
    }
    while index < text.count {
      guard pieces.count < 8 else { return nil }
      if text[index] == colon {
        guard gap == nil else { return nil }
        index += 1
        gap = pieces.count
        continue
      }
      let start = index
      var value: UInt16 = 0
      while index - start < 4, let digit = at(index).flatMap(Hexadecimal.value) {
        value = value << 4 | UInt16(digit)
        index += 1
      }
      if at(index) == dot {
        guard index > start, pieces.count <= 6, let tail = fourParts(text[start...]) else {
          return nil
        }
        pieces += tail
        break
      }
      pieces.append(value)
      if at(index) == colon {
        index += 1
        guard index < text.count else { return nil }
      } else if index < text.count {
        return nil
      }
    }
    guard let gap else { return pieces.count == 8 ? pieces : nil }
    guard pieces.count < 8 else { return nil }
    pieces.insert(contentsOf: repeatElement(0, count: 8 - pieces.count), at: gap)
    return pieces
  }

  /// The shortest text: the first longest run of zero pieces becomes `::`.
  static func text(_ pieces: [UInt16]) -> String {
    var longest = 0..<0
    var start = 0
    while start < pieces.count {
      let end = pieces[start...].firstIndex { $0 != 0 } ?? pieces.count
      if end - start > max(longest.count, 1) { longest = start..<end }
      start = end + 1
    }
    func joined(_ part: ArraySlice<UInt16>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard !longest.isEmpty else { return joined(pieces[...]) }
    return joined(pieces[..<longest.lowerBound]) + "::" + joined(pieces[longest.upperBound...])
  }

  /// The two pieces of a dotted IPv4 address at the end: four decimal parts without leading zeros.
  private static func fourParts(_ text: ArraySlice<UInt8>) -> [UInt16]? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bytes: [UInt16] = []
    for part in parts {
      guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0"),
        part.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
      else { return nil }
      let value = part.reduce(0) { $0 * 10 + UInt16($1 - UInt8(ascii: "0")) }
      guard value <= 255 else { return nil }
      bytes.append(value)
    }
    return [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
  }
}
