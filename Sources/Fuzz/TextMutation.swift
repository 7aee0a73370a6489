/// Damage to a text as bytes, with words of the texts it is made from.
struct TextMutation {
  /// Words and signs of all texts of the kind.
  let words: [[UInt8]]

  /// Collects the words of texts.
  init(_ texts: [[UInt8]]) {
    var found: Set<[UInt8]> = []
    for text in texts {
      for word in text.split(whereSeparator: { !Self.isWordByte($0) }) where word.count <= 40 {
        found.insert(Array(word))
      }
    }
    words = found.sorted { $0.lexicographicallyPrecedes($1) } + Self.oddities
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Signs, numbers and characters on which readers stumble.
  private static let oddities: [[UInt8]] =
    [
      "{", "}", "[", "]", "(", ")", "\"", "'", "`", "\\", "/", ":", ",", ";", "=", "==", "=>", "&",
      "%", "#", "-", "--",
      "\n", "\r\n", "\t", " ", "  ", "\0", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{301}",
      "\u{1F600}", "ß", "İ",
      "%00", "%zz", "%E2%82%AC", "&amp;", "{{", "}}", "${", "$1", "\\u0000", "\\ud83d", "\\x", "//",
      "/*", "*/", "<!--",
      "0", "-0", "1", "-1", "1e308", "1e999", "1e-400", "0.1", "9007199254740993",
      "18446744073709551616", "NaN",
      "Infinity", "null", "true", "undefined", "__proto__", "constructor", "___", "|-", "|", ">",
      "*", "&a", "*a", "!!", "? ",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xED, 0xA0, 0xBD], [0xF0, 0x9F], [0xEF, 0xBB, 0xBF],
    ]

  /// Damages a text once.
  func damage(
    _ text: inout [UInt8], other: [UInt8], _ generator: inout FuzzGenerator
  ) {
    let place = generator.below(text.count + 1)
    let end = min(text.count, place + 1 + generator.below(generator.isOnce(in: 4) ? 400 : 12))
    switch generator.below(10) {
    case 0 where !text.isEmpty:
      text[min(place, text.count - 1)] ^= UInt8(1 << generator.below(8))
    case 1: text.removeSubrange(place..<end)
    case 2: text.insert(contentsOf: text[place..<end], at: place)
    case 3: text.removeSubrange(place...)
    case 4:
      // A part of another text.
      let start = generator.below(other.count + 1)
      let length = generator.below(min(other.count - start, 200) + 1)
      text.insert(contentsOf: other[start..<(start + length)], at: place)
    case 5:
      // A word, or a few in each other, over and over.
      guard let word = generator.one(of: words) else { return }
      let count = generator.isOnce(in: 3) ? 5_000 : 60
      text.insert(contentsOf: Array(repeatElement(word, count: count).joined()), at: place)
    case 6: text.insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
    case 7:
      // A line, somewhere else.
      let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      guard let line = generator.one(of: lines) else { return }
      text.insert(contentsOf: line + [UInt8(ascii: "\n")], at: place)
    default:
      guard let word = generator.one(of: words) else { return }
      if generator.isOnce(in: 2) { text.removeSubrange(place..<end) }
      text.insert(contentsOf: word, at: min(place, text.count))
    }
  }
}
