import Diagnostics
import SandboxedJS
import TagManager

extension ContainerRule {
  /// A server container's patterns are RE2's, a web container's JavaScript's.
  static let unreadablePattern = ContainerRule(
    "unreadable-pattern", .warning, "a pattern that the container cannot read",
    documentation: """
      Conditions and RegEx Tables of a server container take regular expressions of RE2's syntax: no look-ahead, no
      look-behind and no references back to a group. Those of a web container are JavaScript's, of which brackets, groups and
      repetitions are looked at. A pattern that cannot be read fits nothing, so that the condition never holds and the row is
      never taken.
      """,
    wrong: """
      {"container": {"usageContext": ["SERVER"]},
        "trigger": [{"triggerId": "1", "name": "Shop", "type": "ALWAYS", "filter": [{"type": "MATCH_REGEX",
        "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{Page}}"},
          {"type": "TEMPLATE", "key": "arg1", "value": "/(shop|cart"}]}]}],
        "variable": [{"variableId": "2", "name": "Page", "type": "ed",
          "parameter": [{"type": "TEMPLATE", "key": "keyPath", "value": "page_path"}]}]}
      """,
    right: """
      {"container": {"usageContext": ["SERVER"]},
        "trigger": [{"triggerId": "1", "name": "Shop", "type": "ALWAYS", "filter": [{"type": "MATCH_REGEX",
        "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{Page}}"},
          {"type": "TEMPLATE", "key": "arg1", "value": "/(shop|cart)"}]}]}],
        "variable": [{"variableId": "2", "name": "Page", "type": "ed",
          "parameter": [{"type": "TEMPLATE", "key": "keyPath", "value": "page_path"}]}]}
      """
  ) { container in
    guard let side = container.side, side == .server || side == .web else { return [] }
    return container.entities.flatMap { entity -> [Breach] in
      let rows = entity.type == "remm" ? entity.parameters.filter { $0.key == "key" } : []
      let patterns =
        entity.conditions.filter { $0.type == .matchesRegularExpression }.map(\.right)
        + rows.compactMap(\.value)
      return patterns.compactMap { pattern in
        guard let message = problem(of: pattern, on: side) else { return nil }
        return Breach(
          entity, "has the pattern '\(pattern)', which cannot be read: \(message)",
          mend:
            "write it in \(side == .server ? "RE2" : "JavaScript")'s syntax; a backslash before a character has it mean itself"
        )
      }
    }
  }

  private static func problem(of pattern: String, on side: UsageContext) -> String? {
    // A variable may complete it.
    if pattern.contains("{{") { return nil }
    if side == .web { return browserProblem(of: pattern) }
    do throws(RegularExpressionError) {
      _ = try RegularExpression(pattern)
      return nil
    } catch {
      return error.message
    }
  }

  /// The faults of a pattern for which every browser refuses it.
  private static func browserProblem(of pattern: String) -> String? {
    var rest = pattern[...]
    var open = 0
    var isInClass = false
    var canRepeat = false
    while let character = rest.popFirst() {
      if character == "\\" {
        guard rest.popFirst() != nil else { return "it ends with a backslash" }
        canRepeat = true
      } else if isInClass {
        isInClass = character != "]"
        canRepeat = true
      } else {
        switch character {
        case "[": isInClass = true
        case "(":
          open += 1
          canRepeat = false
          if rest.first == "?" {
            let isGroup = ["?:", "?=", "?!", "?<"].contains { rest.hasPrefix($0) }
            let flags = rest.dropFirst().prefix { "ims-".contains($0) }
            guard isGroup || !flags.isEmpty && rest.dropFirst(1 + flags.count).first == ":" else {
              return "a group cannot begin with '(\(rest.prefix(3))'"
            }
            rest = rest.dropFirst(isGroup ? 2 : 2 + flags.count)
          }
        case ")":
          guard open > 0 else { return "a ')' has no '('" }
          open -= 1
          canRepeat = true
        case "*", "+", "?":
          guard canRepeat else { return "there is nothing before '\(character)' to repeat" }
          if rest.first == "?" { rest.removeFirst() }
          canRepeat = false
        case "|", "^", "$": canRepeat = false
        default: canRepeat = true
        }
      }
    }
    if isInClass { return "a '[' has no ']'" }
    return open > 0 ? "a '(' has no ')'" : nil
  }
}
