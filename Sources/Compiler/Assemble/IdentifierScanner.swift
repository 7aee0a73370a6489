/// Finds the names that our own template sources use: words outside texts and comments that follow no dot,
/// and the text that they are called with, if it is the first argument, or a constant of the function: with `*` for what
/// is not known of it.
///
/// Light enough to run for every template; what it finds is held against the parsed code in the tests.
enum IdentifierScanner {
  /// One use of a name.
  struct Use: Sendable {
    let name: String
    /// The first argument, where the name is called with a text that begins with a literal.
    let argument: String?
    /// Whether it is declared here, at the beginning of a line.
    let isDeclaration: Bool
  }

  /// Every use of every name, in the order of appearance; without the names of constants within functions.
  static func uses(_ code: [UInt8]) -> [Use] {
    var uses: [Use] = []
    /// The offsets of the values of constants within functions, by the constants' names.
    var locals: [String: Int] = [:]
    var index = 0
    var followsConst = false
    while index < code.count {
      let byte = code[index]
      switch byte {
      case UInt8(ascii: "'"):
        index = endOfText(code, from: index)
      case UInt8(ascii: "/") where index + 1 < code.count && code[index + 1] == byte:
        while index < code.count && code[index] != UInt8(ascii: "\n") { index += 1 }
      case _ where isWord(byte):
        let start = index
        while index < code.count && isWord(code[index]) { index += 1 }
        if start > 0 && code[start - 1] == UInt8(ascii: ".") { continue }
        let word = code[start..<index]
        let startsLine = start == 0 || code[start - 1] == UInt8(ascii: "\n")
        if word.elementsEqual("const".utf8) {
          let name = name(code, at: index)
          if startsLine {
            followsConst = true
          } else {
            locals[name] = index + 1 + name.utf8.count + " = ".utf8.count
          }
          continue
        }
        uses.append(
          Use(
            name: String(decoding: word, as: UTF8.self),
            argument: textArgument(code, at: index, locals),
            isDeclaration: followsConst))
        followsConst = false
      default:
        index += 1
      }
    }
    return locals.isEmpty ? uses : uses.filter { locals[$0.name] == nil }
  }

  /// The word behind a space.
  private static func name(_ code: [UInt8], at index: Int) -> String {
    String(decoding: code[index...].dropFirst().prefix(while: isWord), as: UTF8.self)
  }

  /// The first argument of a call, where it is a text.
  private static func textArgument(
    _ code: [UInt8], at index: Int, _ locals: [String: Int]
  ) -> String? {
    guard index < code.count, code[index] == UInt8(ascii: "(") else { return nil }
    return text(code, from: index + 1, locals)
  }

  /// A text that begins with a literal or a constant; what else it is put together from may be anything, `*`.
  private static func text(
    _ code: [UInt8], from start: Int, _ locals: [String: Int]
  ) -> String? {
    guard start < code.count else { return nil }
    var (text, end) = ("", start)
    if code[start] == UInt8(ascii: "'") {
      end = endOfText(code, from: start)
      text = JavaScript.text(ofLiteral: code[(start + 1)..<max(start + 1, end - 1)])
    } else {
      let word = code[start...].prefix(while: isWord)
      guard let value = locals[String(decoding: word, as: UTF8.self)],
        let known = Self.text(code, from: value, [:])
      else { return nil }
      (text, end) = (known, word.endIndex)
    }
    while code[end...].starts(with: " + ".utf8) {
      let start = end + 3
      if start < code.count, code[start] == UInt8(ascii: "'") {
        end = endOfText(code, from: start)
        text += JavaScript.text(ofLiteral: code[(start + 1)..<max(start + 1, end - 1)])
      } else {
        end = endOfOperand(code, from: start)
        text += "*"
      }
    }
    return text
  }

  /// The end of an expression that a text is put together from: where another begins, or the argument ends.
  private static func endOfOperand(_ code: [UInt8], from start: Int) -> Int {
    var index = start
    var depth = 0
    while index < code.count {
      switch code[index] {
      case UInt8(ascii: "'"): index = endOfText(code, from: index) - 1
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return index }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return index
      case UInt8(ascii: " ") where depth == 0 && code[index...].starts(with: " + ".utf8):
        return index
      default: break
      }
      index += 1
    }
    return code.count
  }

  private static func endOfText(_ code: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < code.count && code[index] != UInt8(ascii: "'") {
      index += code[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, code.count)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
