/// The Swift names of a plan's parts, made from the names of a container's.
struct SwiftNames {
  private var taken: Set<String>

  /// - Parameter taken: names that nothing gets.
  init(taken: Set<String> = []) { self.taken = taken }

  /// A name in lower camel case that ends with a word and is not taken yet: `Meta - Purchase` and `trigger` give
  /// `metaPurchaseTrigger`. With the word it is no keyword.
  mutating func name(for text: String, _ word: String) -> String {
    exactly(Self.name(Self.words(of: text), ending: word))
  }

  /// A property's name made of all words of a text, where nothing has it yet.
  mutating func property(for text: String) -> String {
    let words = Self.words(of: text)
    guard let first = words.first, let letter = first.unicodeScalars.first, Self.isLetter(letter)
    else {
      return name(for: text, "destination")
    }
    let name = Self.lowered(first) + words.dropFirst().joined()
    return Self.keywords.contains(name) ? self.name(for: text, "destination") : exactly(name)
  }

  /// This name, or the first of those with a number behind it that nothing has yet.
  mutating func exactly(_ base: String) -> String { taken.insertFree(base) }

  private static let keywords: Set<String> = [
    "as", "break", "case", "catch", "class", "continue", "default", "defer", "do", "else", "enum",
    "extension", "fallthrough", "false", "for", "func", "guard", "if", "import", "in", "init",
    "internal", "is", "let", "nil", "operator", "plan", "private", "protocol", "public", "repeat",
    "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  /// The words of ASCII letters and digits in a text.
  private static func words(of text: String) -> [String] {
    text.unicodeScalars.split { !isLetter($0) && !isDigit($0) }.map { String($0) }
  }

  private static func name(_ words: [String], ending word: String) -> String {
    var words = words
    while words.joined().count > 60 { words.removeLast() }
    if words.last?.lowercased() != word { words.append(word) }
    if words[0].unicodeScalars.first.map(isDigit) ?? true { words.insert(word, at: 0) }
    return lowered(words[0])
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// `GA4` as `ga4`, `Meta` as `meta`, `cJS` as it is.
  private static func lowered(_ word: String) -> String {
    word == word.uppercased() ? word.lowercased() : word.prefix(1).lowercased() + word.dropFirst()
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
