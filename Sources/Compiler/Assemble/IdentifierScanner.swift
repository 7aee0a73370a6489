/// Finds the names that our own template sources use: words outside texts and comments that follow no dot,
/// and the text that they are called with, if it is the first argument.
///
/// Light enough to run for every template; what it finds is held against the parsed code in the tests.
enum IdentifierScanner {
  /// One use of a name.
  struct Use: Sendable {
    let name: String
    /// The first argument, where the name is called with a text literal.
    let argument: String?
    /// Whether it is declared here, at the beginning of a line.
    let isDeclaration: Bool
  }

  /// Every use of every name, in the order of appearance.
  static func uses(_ code: [UInt8]) -> [Use] {
    var uses: [Use] = []
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
        if startsLine && word.elementsEqual("const".utf8) {
          followsConst = true
          continue
        }
        uses.append(
          Use(
            name: String(decoding: word, as: UTF8.self), argument: textArgument(code, at: index),
            isDeclaration: followsConst))
        followsConst = false
      default:
        index += 1
      }
    }
    return uses
  }

  private static func textArgument(_ code: [UInt8], at index: Int) -> String? {
    guard index + 1 < code.count, code[index] == UInt8(ascii: "("),
      code[index + 1] == UInt8(ascii: "'")
    else { return nil }
    let end = endOfText(code, from: index + 1)
    return JavaScript.text(ofLiteral: code[(index + 2)..<max(index + 2, end - 1)])
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
