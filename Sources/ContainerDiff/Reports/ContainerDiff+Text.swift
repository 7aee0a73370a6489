package import Diagnostics
import TagManager

extension ContainerDiff {
  /// For a person: what differs by kind, what it means, what is not owned, and the closing line.
  package func text(style: SeverityStyle = .plain) -> String {
    var lines = ["--- \(old.text)", "+++ \(new.text)"].map(\.withVisibleControls)
    if !findings.isEmpty {
      lines.append("")
      lines += findings.prefix(Self.greatestFindingCount).map { $0.diagnostic.text(style: style) }
      let rest = findings.count - Self.greatestFindingCount
      if rest > 0 { lines.append("… and \(rest) more findings") }
    }
    for kind in EntityKind.allCases {
      let entities = entities.filter { $0.kind == kind }
      guard !entities.isEmpty else { continue }
      lines += ["", "\(kind.word)s"]
      for entity in entities { lines += Self.lines(entity, style) }
    }
    if !unowned.isEmpty { lines += [""] + unownedLines }
    return (lines + ["", closingLine]).joined(separator: "\n")
  }

  /// The last line of every report for people: what makes the second container of the first.
  ///
  /// Programs read it, so that its words stay.
  package var closingLine: String {
    "Diff: \(addedCount) to add, \(changedCount) to change, \(removedCount) to remove."
  }

  /// Reports for people list so many findings at most.
  static let greatestFindingCount = 40
  /// Reports for people name so many entities that are not owned at most.
  static let greatestUnownedCount = 50

  private var unownedLines: [String] {
    ["\(unowned.count) in \(old.label) that \(new.label) does not own, left alone:"]
      .map(\.withVisibleControls)
      + unowned.prefix(Self.greatestUnownedCount).map { entity in
        let type = entity.type.map { ", \($0)" } ?? ""
        return "    \(entity.kind.word) '\(entity.name)'\(type)".withVisibleControls
      }
      + (unowned.count > Self.greatestUnownedCount
        ? ["    … and \(unowned.count - Self.greatestUnownedCount) more"] : [])
  }

  private static func lines(_ entity: Entity, _ style: SeverityStyle) -> [String] {
    let name = entity.name.withVisibleControls
    let type = entity.type.flatMap { $0 == entity.name ? nil : ", \($0.withVisibleControls)" } ?? ""
    let head =
      switch entity.outcome {
      case .added: "\(style.word("passed", as: "+")) \(name)\(type)"
      case .removed: "\(style.word("error", as: "-")) \(name)\(type)"
      case .changed: "\(style.word("note", as: "~")) \(name)"
      case .renamed(let old):
        "\(style.word("note", as: "→")) \(old.withVisibleControls) → \(name)"
      }
    return ["  \(head)"] + entity.changes.flatMap { $0.lines(style) }.map { "      \($0)" }
  }
}

extension ContainerDiff.Side {
  /// The label, and which container it is: `the live container, 'Shop' (GTM-ABC1234, version 12)`.
  package var text: String {
    let name = containerName.map { ", '\($0)'" } ?? ""
    let facts = [publicID, version.map { "version \($0)" }].compactMap(\.self)
    return "\(label)\(name)" + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
  }
}

extension Change {
  /// A text of code has so many lines at most in a report.
  private static let greatestCount = 40

  /// The change for a person: one line, or one for each line of a longer text.
  func lines(_ style: SeverityStyle, limit: Int = greatestCount) -> [String] {
    let path = path.withVisibleControls
    let plus = style.word("passed", as: "+")
    let minus = style.word("error", as: "-")
    if let lines { return codeLines(path, lines, plus: plus, minus: minus, style, limit: limit) }
    switch (old, new) {
    case (let old?, let new?):
      let tilde = style.word("note", as: "~")
      let (before, after) = (ValueText(old), ValueText(new))
      return ["\(tilde) \(path): " + Self.difference(before.whole, after.whole)]
    case (nil, let new?): return ["\(plus) \(path): \(ValueText(new).shortened)"]
    case (let old?, nil): return ["\(minus) \(path): \(ValueText(old).shortened)"]
    case (nil, nil): return []
    }
  }

  /// Both values; of long ones that begin alike, the part that differs.
  private static func difference(_ old: String, _ new: String) -> String {
    let limit = ValueText.greatestLength
    guard old.utf8.count > limit || new.utf8.count > limit else { return "\(old) → \(new)" }
    let common = zip(old, new).prefix { $0 == $1 }.count
    guard common > limit / 2 else {
      return "\(ValueText.shortened(old, to: limit)) → \(ValueText.shortened(new, to: limit))"
    }
    let skipped = common - limit / 4
    func shown(_ text: String) -> String {
      ValueText.shortened("…\(text.dropFirst(skipped))", to: limit)
    }
    return "\(shown(old)) → \(shown(new))"
  }

  private func codeLines(
    _ path: String, _ difference: LineDifference, plus: String, minus: String,
    _ style: SeverityStyle, limit: Int
  ) -> [String] {
    var result = [
      "\(style.word("note", as: "~")) \(path): "
        + "\(difference.addedCount.counted("line")) added, \(difference.removedCount) removed"
    ]
    var rest = limit
    for hunk in difference.hunks where rest > 0 {
      result.append("    line \(hunk.newLine):")
      let all = hunk.removed.map { (minus, $0) } + hunk.added.map { (plus, $0) }
      for (symbol, line) in all.prefix(rest) {
        let text = ValueText.shortened(line.withVisibleControls, to: 120)
        result.append("    \(symbol) \(text)")
      }
      rest -= min(rest, all.count)
    }
    let hidden = difference.addedCount + difference.removedCount - (limit - rest)
    if hidden > 0 { result.append("    … \(hidden.counted("line")) more") }
    return result
  }

}
