/// The part of a generated file's name before its ending: lower-case letters, digits and hyphens, so that
/// every file system keeps it as it is.
enum FileStem {
  /// Longer names are cut.
  private static let limit = 80

  /// The words of a text; several texts may have the same.
  static func words(of text: String) -> String {
    var stem = ""
    for byte in text.lowercased().utf8 {
      let isLetterOrDigit =
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      if isLetterOrDigit {
        stem.append(Character(Unicode.Scalar(byte)))
      } else if !stem.isEmpty, !stem.hasSuffix("-") {
        stem.append("-")
      }
      if stem.count == limit { break }
    }
    return stem.hasSuffix("-") ? String(stem.dropLast()) : stem
  }

  /// Whether no other plain text has the same words: lower-case words with single underscores between,
  /// as Google Analytics writes event names.
  static func isPlain(_ text: String) -> Bool {
    let words = words(of: text)
    return !words.isEmpty
      && text.utf8.elementsEqual(
        words.utf8.lazy.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 })
  }

  /// A stem that only this text has: its words and digits of its hash.
  static func unique(to text: String) -> String {
    let words = words(of: text)
    return (words.isEmpty ? "" : words + "-") + StableHash.digits(of: text)
  }
}
