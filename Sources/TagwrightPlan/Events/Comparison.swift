package import Diagnostics

/// A comparison of a source's value with a text: what a condition is made of.
package struct Comparison: Sendable {
  /// Tag Manager's operators, in the words of a container export.
  package enum Operator: String, Sendable {
    case equals = "EQUALS"
    case contains = "CONTAINS"
    case startsWith = "STARTS_WITH"
    case endsWith = "ENDS_WITH"
    case matchesRegex = "MATCH_REGEX"
    case greater = "GREATER"
    case greaterOrEquals = "GREATER_OR_EQUALS"
    case less = "LESS"
    case lessOrEquals = "LESS_OR_EQUALS"
    case cssSelector = "CSS_SELECTOR"
    case urlMatches = "URL_MATCHES"
  }

  package let source: Source
  package let operation: Operator
  package let value: String
  package let ignoresCase: Bool
  package private(set) var isNegated = false

  /// The place of its source.
  package var place: SourcePlace { source.place }

  package init(
    _ source: Source, _ operation: Operator, _ value: String, ignoresCase: Bool = false
  ) {
    self.source = source
    self.operation = operation
    self.value = value
    self.ignoresCase = ignoresCase
  }

  /// The same with the opposite outcome.
  package var negated: Comparison {
    var copy = self
    copy.isNegated.toggle()
    return copy
  }
}

extension Comparison: Hashable {}
