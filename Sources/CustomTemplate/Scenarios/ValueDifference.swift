package import SandboxedJS

/// The differences between two values, as lines for a person: equal parts are left out or
/// shortened.
package struct ValueDifference: Hashable, Sendable {
  /// Which of the values a line is part of.
  package enum Side: Character, Hashable, Sendable {
    case both = " "
    case expected = "-"
    case actual = "+"
  }

  /// One line.
  package struct Line: Hashable, Sendable {
    package let side: Side
    /// The text, indented by two spaces for each level.
    package let text: String
  }

  /// The lines, in the order of the expected value.
  package private(set) var lines: [Line] = []

  /// So many lines are enough to see what is wrong.
  private static let mostLines = 60

  /// Compares two values part by part.
  package init(expected: ScriptValue, actual: ScriptValue) {
    compare(expected, actual, "", 0)
    if lines.count > Self.mostLines {
      let rest = lines.count - Self.mostLines
      lines.removeLast(rest)
      add(.both, "… \(rest) more lines", 0)
    }
  }

  private mutating func add(_ side: Side, _ text: String, _ depth: Int) {
    lines.append(Line(side: side, text: String(repeating: "  ", count: depth) + text))
  }

  private mutating func compare(
    _ expected: ScriptValue, _ actual: ScriptValue, _ label: String, _ depth: Int
  ) {
    guard lines.count <= Self.mostLines else { return }
    switch (expected, actual) {
    case _ where expected == actual:
      add(.both, label + ValueText(expected).shortened, depth)
    case (.object(let old), .object(let new)):
      add(.both, label + "{", depth)
      compare(members: old, new, depth + 1)
      add(.both, "}", depth)
    case (.array(let old), .array(let new)):
      add(.both, label + "[", depth)
      compare(elements: old, new, depth + 1)
      add(.both, "]", depth)
    case (.string(let old), .string(let new)):
      if let first = ValueText.json(old), let second = ValueText.json(new), first != second {
        compare(first, second, label + "JSON text of ", depth)
      } else {
        let (first, second) = ValueText.difference(old, new)
        add(.expected, label + first, depth)
        add(.actual, label + second, depth)
      }
    default:
      show(expected, .expected, label, depth)
      show(actual, .actual, label, depth)
    }
  }

  private mutating func compare(
    members old: [ScriptValue.Member], _ new: [ScriptValue.Member], _ depth: Int
  ) {
    let newValues = Dictionary(new.map { ($0.key, $0.value) }) { $1 }
    let oldKeys = Set(old.map(\.key))
    var equal = 0
    for member in old {
      let label = ValueText.key(member.key) + ": "
      if let value = newValues[member.key] {
        if value == member.value {
          equal += 1
        } else {
          compare(member.value, value, label, depth)
        }
      } else {
        show(member.value, .expected, label, depth)
      }
    }
    for member in new where !oldKeys.contains(member.key) {
      show(member.value, .actual, ValueText.key(member.key) + ": ", depth)
    }
    addEqual(equal, depth)
  }

  private mutating func compare(elements old: [ScriptValue], _ new: [ScriptValue], _ depth: Int) {
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let most = min(old.count, new.count) - prefix
    let suffix = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
    addEqual(prefix, depth)
    let (first, second) = (
      old.dropFirst(prefix).dropLast(suffix), new.dropFirst(prefix).dropLast(suffix)
    )
    for (index, pair) in zip(first, second).enumerated() {
      compare(pair.0, pair.1, "\(prefix + index): ", depth)
    }
    let paired = min(first.count, second.count)
    for (index, value) in first.dropFirst(paired).enumerated() {
      show(value, .expected, "\(prefix + paired + index): ", depth)
    }
    for (index, value) in second.dropFirst(paired).enumerated() {
      show(value, .actual, "\(prefix + paired + index): ", depth)
    }
    addEqual(suffix, depth)
  }

  private mutating func addEqual(_ count: Int, _ depth: Int) {
    if count > 0 { add(.both, "… \(count) equal", depth) }
  }

  private mutating func show(_ value: ScriptValue, _ side: Side, _ label: String, _ depth: Int) {
    guard lines.count <= Self.mostLines else { return }
    for (level, text) in ValueText(value).lines(label) { add(side, text, depth + level) }
  }
}
