import Diagnostics
import SandboxedJS
import TagManager

extension ContainerRule {
  /// A server container's patterns are RE2's.
  static let unreadablePattern = ContainerRule(
    "unreadable-pattern", .warning, "a pattern that a server container cannot read",
    documentation: """
      Conditions and RegEx Tables of a server container take regular expressions of RE2's syntax: no look-ahead, no
      look-behind and no references back to a group. A pattern that cannot be read fits nothing, so that the condition never
      holds and the row is never taken. Patterns of a web container are JavaScript's and are not looked at.
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
    guard container.side == .server else { return [] }
    return container.entities.flatMap { entity -> [Breach] in
      let rows = entity.type == "remm" ? entity.parameters.filter { $0.key == "key" } : []
      let patterns =
        entity.conditions.filter { $0.type == .matchesRegularExpression }.map(\.right)
        + rows.compactMap(\.value)
      return patterns.compactMap { pattern in
        guard let message = problem(of: pattern) else { return nil }
        return Breach(
          entity, "has the pattern '\(pattern)', which cannot be read: \(message)",
          mend: "write it in RE2's syntax; a backslash before a character has it mean itself")
      }
    }
  }

  private static func problem(of pattern: String) -> String? {
    // A variable may complete it.
    if pattern.contains("{{") { return nil }
    do throws(RegularExpressionError) {
      _ = try RegularExpression(pattern)
      return nil
    } catch {
      return error.message
    }
  }
}
