/// The differences between RE2's syntax of regular expressions, which servers read, and
/// JavaScript's, which browsers read.
enum PortablePattern {
  /// Escapes that only RE2 knows, or that fit other characters: JavaScript's `\s` takes no-break spaces, too.
  private static let escapes: Set<Character> = [
    "A", "C", "E", "P", "Q", "S", "a", "p", "s", "z", "0", "1", "2", "3", "4", "5", "6", "7",
  ]

  /// The first part of a pattern that both read differently; `nil` where they agree.
  static func firstDifference(in pattern: String) -> String? {
    let text = Array(pattern)
    var index = 0
    var isInClass = false
    func follows(_ words: String) -> Bool { text[index...].starts(with: Array(words)) }
    while index < text.count {
      switch text[index] {
      case "\\":
        guard index + 1 < text.count else { return nil }
        if escapes.contains(text[index + 1]) || follows("\\x{") {
          return String(text[index...(index + 1)])
        }
        index += 1
      case "[" where isInClass: if follows("[:") { return "[:" }
      case "[":
        isInClass = true
        if follows("[]") { return "[]" }
        if follows("[^]") { return "[^]" }
      case "]": isInClass = false
      case "(" where !isInClass: if follows("(?"), !follows("(?:") { return "(?" }
      default: break
      }
      index += 1
    }
    return nil
  }
}
