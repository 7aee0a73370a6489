import Diagnostics
import TagManager

extension ContainerDiff {
  /// The first line of every comment, by which a workflow finds and replaces its own.
  package static let markdownMarker = "<!-- tagwright diff -->"

  /// GitHub takes no longer comment, in characters; counted in UTF-8 bytes here, which are never fewer.
  package static let greatestMarkdownLength = 65_536

  /// A comment on a pull request: the sum and what it means first, details folded.
  ///
  /// Never longer than GitHub takes: what does not fit is counted.
  package var markdown: String {
    var comment = MarkdownComment(limit: Self.greatestMarkdownLength - 1_000)
    comment.append(
      """
      \(Self.markdownMarker)
      ### \(closingLine)

      From \(old.text.inMarkdownText) to \(new.text.inMarkdownText).
      """)
    comment.append(
      list: findings.map { finding in
        let (severity, rule) = (finding.diagnostic.severity, finding.diagnostic.rule)
        return
          "- \(severity == .warning ? "⚠️" : "ℹ️") \(finding.diagnostic.message.inMarkdownText) (\(rule.inMarkdown))"
      }, most: Self.greatestFindingCount, more: "findings")
    comment.append(
      blocks: entities.map(\.markdown), more: "differences are not shown: the text report has all")
    if !unowned.isEmpty {
      let lines = unowned.map { "\($0.kind.word) '\($0.name)'\($0.type.map { ", \($0)" } ?? "")" }
      comment.append(
        blocks: [
          MarkdownComment.folded(
            "\(unowned.count) in \(old.label) that \(new.label) does not own, left alone",
            lines, most: 100)
        ], more: "")
    }
    return comment.text
  }
}

/// Markdown that grows up to a limit.
struct MarkdownComment {
  private(set) var text = ""
  private var count = 0
  private let limit: Int

  /// - Parameter limit: in UTF-8 bytes.
  init(limit: Int) { self.limit = limit }

  /// Appends a paragraph; false where it does not fit.
  @discardableResult
  mutating func append(_ paragraph: String) -> Bool {
    let length = paragraph.utf8.count + 2
    guard count + length <= limit else { return false }
    text += text.isEmpty ? paragraph : "\n\n\(paragraph)"
    count += length
    return true
  }

  mutating func append(list lines: [String], most: Int, more: String) {
    guard !lines.isEmpty else { return }
    let rest = lines.count > most ? ["- … and \(lines.count - most) more \(more)"] : []
    append((lines.prefix(most) + rest).joined(separator: "\n"))
  }

  /// Appends paragraphs as long as they fit, then says how many did not.
  mutating func append(blocks: [String], more: String) {
    for (index, block) in blocks.enumerated() where !append(block) {
      text += "\n\n… \(blocks.count - index) more \(more)"
      return
    }
  }

  /// Lines behind a title that opens them.
  static func folded(_ title: String, _ lines: [String], most: Int) -> String {
    var shown = lines.prefix(most).map(\.withVisibleControls)
    if lines.count > most { shown.append("… \(lines.count - most) more") }
    var fence = "```"
    while shown.contains(where: { $0.contains(fence) }) { fence += "`" }
    return """
      <details><summary>\(title.inHTML)</summary>

      \(fence)diff
      \(shown.joined(separator: "\n"))
      \(fence)

      </details>
      """
  }
}

extension ContainerDiff.Entity {
  fileprivate var markdown: String {
    let type = type.flatMap { $0 == self.name ? nil : ", \($0.inMarkdownText)" } ?? ""
    let name = ValueText.shortened(name, to: 200)
    switch outcome {
    case .added: return "`+` \(kind.word) \(name.inMarkdown)\(type)"
    case .removed: return "`-` \(kind.word) \(name.inMarkdown)\(type)"
    case .renamed(let old) where changes.isEmpty:
      return "`→` \(kind.word) \(ValueText.shortened(old, to: 200).inMarkdown) → \(name.inMarkdown)"
    case .changed, .renamed:
      let count = changes.count.counted("change")
      return MarkdownComment.folded(
        "~ \(kind.word) \(name): \(count)", changes.flatMap { $0.lines(.plain) }, most: 80)
    }
  }
}

extension String {
  /// The text as inline code, which Markdown leaves alone.
  fileprivate var inMarkdown: String {
    let text = withVisibleControls
    var fence = "`"
    while text.contains(fence) { fence += "`" }
    let pad = fence.utf8.count > 1 || text.hasPrefix(" ") || text.isEmpty ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// The text between tags of HTML.
  fileprivate var inHTML: String { withEntities("&<>") }

  /// The text as prose: nothing in it is markup, a mention or a link to an issue.
  fileprivate var inMarkdownText: String { withEntities("&<>\\`*_[]|~#@!") }

  private func withEntities(_ special: String) -> String {
    let special = Set(special.unicodeScalars)
    return withVisibleControls.unicodeScalars.map { scalar in
      special.contains(scalar) ? "&#\(scalar.value);" : String(scalar)
    }.joined()
  }
}
