/// Text that Markdown shows as it is.
enum MarkdownText {
  /// What has a meaning in Markdown, and what breaks a line.
  private static let special = Set("\\`*_{}[]<>#|\n\r".utf8)

  /// Inside running text.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) }) else { return text }
    var escaped = ""
    for character in text {
      if "\\`*_{}[]<>#|".contains(character) { escaped.append("\\") }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }

  /// Running text in a table's cell.
  static func cellText(_ text: String) -> String { escaped(text) }

  /// Code in a table's cell.
  static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) }) else { return "`\(text)`" }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let fence = line.contains("`") ? "``" : "`"
    return fence
      + line.split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|") + fence
  }
}

/// Text that a Mermaid graph shows as it is.
enum MermaidText {
  private static let special = Set("\"#;<>\n\r".utf8)

  /// A quoted label.
  static func label(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) }) else { return "\"\(text)\"" }
    let safe = text.map { character -> String in
      switch character {
      case "\"": "#quot;"
      case "#": "#35;"
      case ";": "#59;"
      case "<": "#lt;"
      case ">": "#gt;"
      case _ where character.isNewline: " "
      default: String(character)
      }
    }
    return "\"\(safe.joined())\""
  }
}
