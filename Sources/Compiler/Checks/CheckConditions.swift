import Diagnostics
import SandboxedJS
import TagwrightPlan

/// Conditions that Tag Manager refuses, or that can never hold.
func checkConditions(_ conditions: [Condition]) -> [Diagnostic] {
  checkVariables(conditions.map(\.source)) + conditions.flatMap(check)
}

private func check(_ condition: Condition) -> [Diagnostic] {
  let place = condition.place
  if case .constant(let text) = condition.source.kind {
    return [
      .error(
        "constant-condition", "constant '\(text)' is the same for every hit", at: place,
        "compare what comes with the hit")
    ]
  }
  if condition.value.isEmpty {
    return [
      .error(
        "empty-comparison", "a condition compares with an empty text", at: place,
        "Tag Manager takes none; 'matches(\"^$\")' fits where a value is empty")
    ]
  }
  switch condition.comparison {
  case .matchesRegex: return checkPattern(condition.value, at: place)
  case .greater, .greaterOrEquals, .less, .lessOrEquals:
    guard let number = Double(condition.value), number.isFinite else {
      return [
        .error(
          "not-a-number", "'\(condition.value)' is no number to compare with", at: place,
          "name a finite number")
      ]
    }
    return []
  case .cssSelector:
    return [
      .warning(
        "web-operator", "a CSS selector selects nothing in a server container", at: place,
        "pages have elements, hits have none")
    ]
  case .equals, .contains, .startsWith, .endsWith, .urlMatches: return []
  }
}

/// A pattern that Tag Manager cannot read, unless a variable completes it.
func checkPattern(_ pattern: String, at place: SourcePlace) -> [Diagnostic] {
  if pattern.contains("{{") { return [] }
  do {
    _ = try RegularExpression(pattern)
    return []
  } catch {
    return [
      .error(
        "bad-pattern", "'\(pattern)' is no regular expression: \(error.message)", at: place,
        "Tag Manager reads patterns in RE2's syntax")
    ]
  }
}
