/// Text that Markdown shows as it is.
enum MarkdownText {
  /// The characters that have a meaning in Markdown, and those that break a line.
  private static let special = Set("\\`*_{}[]<>#|&~$\n\r".utf8)

  /// Running text, also in a table's cell.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) }) else { return text }
    var escaped = ""
    for character in text {
      if "\\`*_{}[]<>#|&~$".contains(character) { escaped.append("\\") }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }

  /// Code: between more backticks than it has in a row.
  static func code(_ text: String) -> String {
    if text.isEmpty { return "(empty)" }
    guard text.utf8.contains(where: { special.contains($0) }) || text.hasPrefix(" ") else {
      return "`\(text)`"
    }
    let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .joined(separator: " ")
    var (longest, current) = (0, 0)
    for byte in line.utf8 {
      current = byte == UInt8(ascii: "`") ? current + 1 : 0
      longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let needsSpace = longest > 0 || (line.hasPrefix(" ") && line.hasSuffix(" "))
    return needsSpace ? "\(fence) \(line) \(fence)" : "\(fence)\(line)\(fence)"
  }

  /// Anything in a table's cell, where a bar ends the cell, in code too.
  ///
  /// A bar that is escaped already stays as it is.
  static func cell(_ markdown: String) -> String {
    guard markdown.utf8.contains(UInt8(ascii: "|")) else { return markdown }
    var cell = ""
    for character in markdown {
      if character == "|", cell.last != "\\" { cell.append("\\") }
      cell.append(character)
    }
    return cell
  }

  /// A row of a table.
  static func row(_ cells: [String]) -> String {
    "| " + cells.map(cell).joined(separator: " | ") + " |"
  }

  /// A table; without rows there is none.
  static func table(_ heading: [String], _ rows: [[String]]) -> [String] {
    guard !rows.isEmpty else { return [] }
    return [row(heading), row(heading.map { _ in "---" })] + rows.map(row)
  }
}
