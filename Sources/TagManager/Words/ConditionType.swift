/// A way in which a condition compares; there is no "not equals", a condition is negated instead.
package struct ConditionType: Word {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Both are the same text.
  package static let equals = Self(rawValue: "EQUALS")
  /// The first contains the second.
  package static let contains = Self(rawValue: "CONTAINS")
  /// The first starts with the second.
  package static let startsWith = Self(rawValue: "STARTS_WITH")
  /// The first ends with the second.
  package static let endsWith = Self(rawValue: "ENDS_WITH")
  /// The second, a regular expression, matches somewhere in the first.
  package static let matchesRegularExpression = Self(rawValue: "MATCH_REGEX")
  /// The first number is greater.
  package static let greater = Self(rawValue: "GREATER")
  /// The first number is greater or the same.
  package static let greaterOrEquals = Self(rawValue: "GREATER_OR_EQUALS")
  /// The first number is less.
  package static let less = Self(rawValue: "LESS")
  /// The first number is less or the same.
  package static let lessOrEquals = Self(rawValue: "LESS_OR_EQUALS")
  /// The first, an element, matches the second; web only.
  package static let matchesCSSSelector = Self(rawValue: "CSS_SELECTOR")
  /// The first, an address, matches the second.
  package static let matchesURL = Self(rawValue: "URL_MATCHES")

  /// Every one of the API (discovery document of 2026-08-26).
  package static let all: [ConditionType] = [
    .equals, .contains, .startsWith, .endsWith, .matchesRegularExpression, .greater,
    .greaterOrEquals, .less, .lessOrEquals, .matchesCSSSelector, .matchesURL,
  ]
}
