/// The words of a log line: parts between blanks, and parts in quotes, which may hold blanks.
struct QuotedText {
  struct Word {
    let text: String
    let isQuoted: Bool
  }

  private(set) var words: [Word] = []

  /// Splits a line; in quotes, `\x22`, `\"`, `\n` and the like stand for the bytes that servers escape.
  init(_ line: String) {
    let bytes = Array(line.utf8)
    var index = 0
    var word: [UInt8] = []
    func end(_ words: inout [Word], isQuoted: Bool) {
      if isQuoted || !word.isEmpty {
        words.append(Word(text: String(decoding: word, as: UTF8.self), isQuoted: isQuoted))
      }
      word.removeAll(keepingCapacity: true)
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: " "): end(&words, isQuoted: false)
      case UInt8(ascii: "\""):
        end(&words, isQuoted: false)
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          word.append(Self.unescaped(bytes, &index))
        }
        index += 1
        end(&words, isQuoted: true)
      default: word.append(byte)
      }
    }
    end(&words, isQuoted: false)
  }

  private static func unescaped(_ bytes: [UInt8], _ index: inout Int) -> UInt8 {
    let byte = bytes[index]
    index += 1
    guard byte == UInt8(ascii: "\\"), index < bytes.count else { return byte }
    let kind = bytes[index]
    index += 1
    switch kind {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "x"):
      guard index + 1 < bytes.count,
        let code = UInt8(String(decoding: bytes[index...index + 1], as: UTF8.self), radix: 16)
      else { return kind }
      index += 2
      return code
    default: return kind
    }
  }
}
