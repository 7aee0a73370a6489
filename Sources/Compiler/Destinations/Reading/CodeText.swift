/// Code of generated templates, taken apart at its brackets and commas.
enum CodeText {
  /// The text between the bracket that a text begins with and the one that closes it, and the text behind it.
  ///
  /// - Parameter opening: how the text begins, with the bracket at its end.
  static func inside(
    _ opening: String, of text: some StringProtocol
  ) -> (inside: String, rest: String)? {
    guard text.hasPrefix(opening) else { return nil }
    let bytes = Array(text.utf8)
    let start = opening.utf8.count
    var end: Int?
    walk(bytes[start...]) { index, byte, depth in
      if depth == -1, end == nil { end = index }
    }
    guard let end else { return nil }
    return (
      String(decoding: bytes[start..<end], as: UTF8.self),
      String(decoding: bytes[(end + 1)...], as: UTF8.self)
    )
  }

  /// The parts between commas that stand in no bracket and in no text.
  static func parts(of text: some StringProtocol) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var start = 0
    walk(bytes[...]) { index, byte, depth in
      guard byte == UInt8(ascii: ","), depth == 0 else { return }
      parts.append(trimmed(bytes[start..<index]))
      start = index + 1
    }
    let last = trimmed(bytes[start...])
    return last.isEmpty && parts.isEmpty ? [] : parts + [last]
  }

  /// The arguments of a call of a function, where the text is nothing else.
  static func arguments(of function: String, in text: some StringProtocol) -> [String]? {
    guard let (inside, rest) = inside("\(function)(", of: text), rest.isEmpty else { return nil }
    return parts(of: inside)
  }

  /// The elements of a list, where the text is nothing else.
  static func elements(of text: some StringProtocol) -> [String]? {
    guard let (inside, rest) = inside("[", of: text), rest.isEmpty else { return nil }
    return parts(of: inside)
  }

  /// The text that a literal stands for.
  static func literal(_ text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return nil }
    var isClosed = false
    var isEscaped = false
    for byte in bytes[1..<(bytes.count - 1)] {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == quote {
        isClosed = true
      }
    }
    guard !isClosed, !isEscaped else { return nil }
    return JavaScript.text(ofLiteral: bytes[1..<(bytes.count - 1)])
  }

  /// The texts of a list of literals.
  static func literals(_ text: some StringProtocol) -> [String]? {
    guard let elements = elements(of: text) else { return nil }
    let texts = elements.compactMap { literal($0) }
    return texts.count == elements.count ? texts : nil
  }

  private static let quote = UInt8(ascii: "'")

  /// Visits what stands in no text, with the number of brackets around it; a closing bracket is outside of its own.
  private static func walk(
    _ bytes: ArraySlice<UInt8>, _ visit: (_ index: Int, _ byte: UInt8, _ depth: Int) -> Void
  ) {
    var depth = 0
    var isText = false
    var isEscaped = false
    for (index, byte) in zip(bytes.indices, bytes) {
      if isEscaped {
        isEscaped = false
      } else if isText {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == quote { isText = false }
      } else {
        switch byte {
        case quote: isText = true
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
        visit(index, byte, depth)
      }
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let space = UInt8(ascii: " ")
    let start = bytes.drop { $0 == space }
    return String(decoding: start.reversed().drop { $0 == space }.reversed(), as: UTF8.self)
  }
}
