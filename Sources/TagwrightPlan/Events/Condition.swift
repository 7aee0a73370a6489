package import Diagnostics

/// A condition that a hit has to meet: `.client("GA4")`, `.eventData("value") > 0`, `!…`.
public struct Condition: Sendable {
  /// Tag Manager's operators, in the words of a container export.
  package enum Comparison: String, Sendable {
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
  package let comparison: Comparison
  package let value: String
  package let ignoresCase: Bool
  package let isNegated: Bool
  package let place: SourcePlace

  package init(
    _ source: Source, _ comparison: Comparison, _ value: String, ignoresCase: Bool = false,
    isNegated: Bool = false
  ) {
    self.source = source
    self.comparison = comparison
    self.value = value
    self.ignoresCase = ignoresCase
    self.isNegated = isNegated
    place = source.place
  }

  /// The client that claimed the request has this name.
  public static func client(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Condition {
    Condition(.builtIn(.clientName, file: file, line: line), .equals, name)
  }

  /// The opposite of a condition.
  public static prefix func ! (condition: Condition) -> Condition {
    Condition(
      condition.source, condition.comparison, condition.value,
      ignoresCase: condition.ignoresCase, isNegated: !condition.isNegated)
  }
}

extension Source {
  /// The value is this text.
  public static func == (source: Source, text: String) -> Condition {
    Condition(source, .equals, text)
  }

  /// The value is not this text.
  public static func != (source: Source, text: String) -> Condition {
    Condition(source, .equals, text, isNegated: true)
  }

  /// The value is greater than this number.
  public static func > (source: Source, number: Double) -> Condition {
    Condition(source, .greater, numberText(number))
  }

  /// The value is greater than this number, or equal.
  public static func >= (source: Source, number: Double) -> Condition {
    Condition(source, .greaterOrEquals, numberText(number))
  }

  /// The value is less than this number.
  public static func < (source: Source, number: Double) -> Condition {
    Condition(source, .less, numberText(number))
  }

  /// The value is less than this number, or equal.
  public static func <= (source: Source, number: Double) -> Condition {
    Condition(source, .lessOrEquals, numberText(number))
  }

  /// The shortest digits that mean this number; whole numbers without fraction and exponent.
  package static func numberText(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? String(number)
  }
}

extension Source {
  /// The value contains this text.
  public func contains(_ text: String) -> Condition { Condition(self, .contains, text) }
  /// The value starts with this text.
  public func starts(with text: String) -> Condition { Condition(self, .startsWith, text) }
  /// The value ends with this text.
  public func ends(with text: String) -> Condition { Condition(self, .endsWith, text) }
  /// A part of the value fits this pattern, in RE2 syntax.
  public func matches(_ pattern: String, ignoringCase: Bool = false) -> Condition {
    Condition(self, .matchesRegex, pattern, ignoresCase: ignoringCase)
  }
  /// The value is an element that this CSS selector selects; for web containers.
  public func matchesSelector(_ selector: String) -> Condition {
    Condition(self, .cssSelector, selector)
  }
  /// The value is an address that fits this URL pattern; for web containers.
  public func matchesURL(_ pattern: String) -> Condition { Condition(self, .urlMatches, pattern) }
}
