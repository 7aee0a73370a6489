/// Cuts a script into tokens and comments.
///
/// It never throws: text that is not a token becomes one `invalid` token, after which it stops, so that an
/// error earlier in the script is found first.
struct Lexer {
  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  private(set) var comments: [Comment] = []
  /// The reason for an `invalid` token.
  private(set) var failure: SyntaxError?

  private var offset = 0
  private var line = 1
  private var lineStart = 0
  /// Bytes of this line that continue a character, and so are no column.
  private var continuationBytes = 0
  private var sawLineBreak = false
  /// Indexes of the opening parentheses that are not closed yet.
  private var openParentheses: [Int] = []

  /// Longer scripts are refused, so that positions and offsets stay small.
  static let maximumLength = 1 << 26

  init(_ source: String) {
    var bytes = Array(source.utf8)
    guard bytes.count <= Self.maximumLength else {
      self.bytes = [0]
      fail("the script is longer than 64 MiB")
      add(.end, from: 0)
      return
    }
    // Ends that no check needs to guard: every look ahead stops at a NUL.
    bytes.append(contentsOf: [0, 0, 0, 0])
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4)
    skipByteOrderMark()
    while failure == nil, next() {}
    add(.end, from: offset)
  }

  private var endOffset: Int { bytes.count - 4 }

  private var position: SourcePosition {
    SourcePosition(line: line, column: offset - lineStart - continuationBytes + 1)
  }

  private mutating func fail(_ message: String) {
    fail(SyntaxError(message, at: position))
  }

  private mutating func fail(_ error: SyntaxError) {
    failure = error
    tokens.append(
      Token(
        kind: .invalid, followsLineBreak: sawLineBreak, start: Int32(offset), end: Int32(offset),
        position: error.position))
  }

  private mutating func add(
    _ kind: Token.Kind, from start: Int, at position: SourcePosition? = nil
  ) {
    tokens.append(
      Token(
        kind: kind, followsLineBreak: sawLineBreak, start: Int32(start), end: Int32(offset),
        position: position ?? self.position))
    sawLineBreak = false
  }

  private mutating func skipByteOrderMark() {
    guard bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF else { return }
    offset = 3
    lineStart = 3
  }

  /// Reads white space, then a token; says whether there was one.
  private mutating func next() -> Bool {
    guard skipSpace() else { return false }
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "$"), UInt8(ascii: "_"):
      word()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): string(until: byte)
    case UInt8(ascii: "`"): fail(RejectedConstruct.templateLiteral.error(at: position))
    case UInt8(ascii: "."):
      if bytes[offset + 1].isDigit { number() } else { mark() }
    case UInt8(ascii: "/"):
      if tokens.last?.kind.endsOperand == true {
        mark()
      } else {
        fail(RejectedConstruct.regularExpression.error(at: position))
      }
    case UInt8(ascii: "\\"): fail("an escape such as '\\u0061' can only stand in a string")
    case 0x80...: word()
    default: mark()
    }
    return failure == nil
  }

  // MARK: White space and comments

  /// Moves to the next token; says whether there is one.
  private mutating func skipSpace() -> Bool {
    while true {
      let byte = bytes[offset]
      switch byte {
      case 0x20, 0x09, 0x0B, 0x0C: offset += 1
      case 0x0A: breakLine(1)
      case 0x0D: breakLine(bytes[offset + 1] == 0x0A ? 2 : 1)
      case UInt8(ascii: "/") where bytes[offset + 1] == UInt8(ascii: "/"): lineComment()
      case UInt8(ascii: "/") where bytes[offset + 1] == UInt8(ascii: "*"):
        blockComment()
        if failure != nil { return false }
      case 0x80...:
        let length = wideSpaceLength
        if length == 0 { return true }
        if length < 0 {
          breakLine(3)
        } else {
          offset += length
          continuationBytes += length - 1
        }
      case 0:
        if offset >= endOffset { return false }
        return true
      default: return true
      }
    }
  }

  private mutating func breakLine(_ length: Int) {
    offset += length
    line += 1
    lineStart = offset
    continuationBytes = 0
    sawLineBreak = true
  }

  /// The bytes of the white space outside ASCII that stands here: 0 if none, -3 for a line separator.
  private var wideSpaceLength: Int {
    switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): -3
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): 3
    case (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): 3
    default: 0
    }
  }

  private var isFirstOnLine: Bool {
    for index in stride(from: offset - 1, through: lineStart, by: -1)
    where bytes[index] != 0x20 && bytes[index] != 0x09 {
      return false
    }
    return true
  }

  private mutating func lineComment() {
    let start = position
    let isFirst = isFirstOnLine
    let textStart = offset + 2
    offset = textStart
    while offset < endOffset, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
      if bytes[offset] >= 0x80 {
        if wideSpaceLength < 0 { break }
        if bytes[offset].isContinuation { continuationBytes += 1 }
      }
      offset += 1
    }
    comments.append(
      Comment(
        text: text(textStart, offset), isBlock: false, isFirstOnLine: isFirst, position: start))
  }

  private mutating func blockComment() {
    let start = position
    let isFirst = isFirstOnLine
    let textStart = offset + 2
    offset = textStart
    while bytes[offset] != UInt8(ascii: "*") || bytes[offset + 1] != UInt8(ascii: "/") {
      switch bytes[offset] {
      case 0 where offset >= endOffset:
        fail(SyntaxError("this comment has no end; write '*/'", at: start))
        return
      case 0x0A: breakLine(1)
      case 0x0D: breakLine(bytes[offset + 1] == 0x0A ? 2 : 1)
      case 0x80... where wideSpaceLength < 0: breakLine(3)
      case 0x80...0xBF:
        offset += 1
        continuationBytes += 1
      default: offset += 1
      }
    }
    offset += 2
    comments.append(
      Comment(
        text: text(textStart, offset - 2), isBlock: true, isFirstOnLine: isFirst, position: start))
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  // MARK: Words, numbers, strings

  private mutating func word() {
    let start = offset
    let startPosition = position
    var letters = WordLetters()
    var isLowerCase = true
    while true {
      let byte = bytes[offset]
      if byte >= 0x80 {
        if wideSpaceLength != 0 { break }
        if byte.isContinuation { continuationBytes += 1 }
        isLowerCase = false
      } else if byte < 0x61 || byte > 0x7A {
        guard byte.isWordPart else { break }
        isLowerCase = false
      } else {
        letters.append(byte)
      }
      offset += 1
    }
    let isShort = offset - start <= WordLetters.most
    let kind = isLowerCase && isShort ? Token.Kind.word(letters) : nil
    add(kind ?? .identifier, from: start, at: startPosition)
  }

  private mutating func number() {
    let start = offset
    let startPosition = position
    if bytes[offset] == UInt8(ascii: "0") {
      switch bytes[offset + 1] | 0x20 {
      case UInt8(ascii: "x"):
        offset += 2
        let digits = offset
        while bytes[offset].isHexadecimalDigit { offset += 1 }
        guard offset > digits else { return fail("'0x' needs hexadecimal digits") }
        return endNumber(start, startPosition)
      case UInt8(ascii: "b"), UInt8(ascii: "o"):
        return fail(RejectedConstruct.octal.error(at: startPosition))
      default:
        if bytes[offset + 1].isDigit {
          return fail(RejectedConstruct.octal.error(at: startPosition))
        }
      }
    }
    while bytes[offset].isDigit { offset += 1 }
    if bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      while bytes[offset].isDigit { offset += 1 }
    }
    if bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
      guard bytes[offset].isDigit else { return fail("an exponent needs digits, as in '1e6'") }
      while bytes[offset].isDigit { offset += 1 }
    }
    endNumber(start, startPosition)
  }

  private mutating func endNumber(_ start: Int, _ startPosition: SourcePosition) {
    let next = bytes[offset]
    if next == UInt8(ascii: "n") {
      return fail(RejectedConstruct.bigInteger.error(at: startPosition))
    }
    if next == UInt8(ascii: "_") {
      return fail(RejectedConstruct.separator.error(at: startPosition))
    }
    if next.isWordPart || next >= 0x80 && wideSpaceLength == 0 {
      return fail("a number ends here, but a letter follows; put a space or an operator between")
    }
    add(.number, from: start, at: startPosition)
  }

  /// Finds the end of a string; its escapes are read by the parser.
  private mutating func string(until quote: UInt8) {
    let start = offset
    let startPosition = position
    offset += 1
    while bytes[offset] != quote {
      switch bytes[offset] {
      case 0 where offset >= endOffset, 0x0A, 0x0D:
        fail(
          SyntaxError(
            "this string has no end on its line; write '\\n' for a line break", at: startPosition))
        return
      case UInt8(ascii: "\\"):
        offset += 1
        if bytes[offset] == 0x0A || bytes[offset] == 0x0D {
          let followed = sawLineBreak
          breakLine(bytes[offset] == 0x0D && bytes[offset + 1] == 0x0A ? 2 : 1)
          sawLineBreak = followed
        } else if offset < endOffset {
          if bytes[offset].isContinuation { continuationBytes += 1 }
          offset += 1
        }
      case 0x80...0xBF:
        continuationBytes += 1
        offset += 1
      default: offset += 1
      }
    }
    offset += 1
    add(.string, from: start, at: startPosition)
  }

  // MARK: Marks

  private mutating func mark() {
    let start = offset
    let startPosition = position
    guard let (kind, length) = Self.mark(bytes, at: offset) else {
      let scalar = text(offset, offset + 1)
      return fail(
        bytes[offset] < 0x20
          ? "a control character cannot stand here" : "'\(scalar)' cannot stand here")
    }
    offset += length
    add(kind, from: start, at: startPosition)
    if kind == .openParenthesis {
      openParentheses.append(tokens.count - 1)
    } else if kind == .closeParenthesis, let open = openParentheses.popLast() {
      tokens[open].match = Int32(tokens.count - 1)
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isHexadecimalDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  /// Whether it is a second or later byte of a character.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
  var isWordPart: Bool {
    (self | 0x20) &- 0x61 < 26 || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "$")
  }
}
