package import Diagnostics

/// A condition that a hit has to meet: `.client("GA4")`, `.eventData("value") > 0`, `!…`, `.anyOf(…)`.
public struct Condition: Sendable {
  package indirect enum Kind: Sendable {
    case comparison(Comparison)
    case all([Condition])
    case any([Condition])
  }

  package let kind: Kind
  package let place: SourcePlace

  package init(_ comparison: Comparison) {
    kind = .comparison(comparison)
    place = comparison.place
  }

  package init(_ kind: Kind, at place: SourcePlace) {
    self.kind = kind
    self.place = place
  }

  /// The client that claimed the request has this name.
  public static func client(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Condition {
    Condition(Comparison(.builtIn(.clientName, file: file, line: line), .equals, name))
  }

  /// At least one of several conditions.
  public static func anyOf(
    _ conditions: Condition..., file: StaticString = #filePath, line: UInt = #line
  ) -> Condition {
    Condition(.any(conditions), at: TagwrightPlan.place(file, line))
  }

  /// At least one of the conditions of a list.
  public static func anyOf(
    _ conditions: [Condition], file: StaticString = #filePath, line: UInt = #line
  ) -> Condition {
    Condition(.any(conditions), at: TagwrightPlan.place(file, line))
  }

  /// All of several conditions, as one of those that `anyOf` chooses from; elsewhere a comma says the same.
  public static func allOf(
    _ conditions: Condition..., file: StaticString = #filePath, line: UInt = #line
  ) -> Condition {
    Condition(.all(conditions), at: TagwrightPlan.place(file, line))
  }

  /// The opposite of a condition.
  public static prefix func ! (condition: Condition) -> Condition {
    switch condition.kind {
    case .comparison(let comparison): Condition(comparison.negated)
    case .all(let conditions): Condition(.any(conditions.map { !$0 }), at: condition.place)
    case .any(let conditions): Condition(.all(conditions.map { !$0 }), at: condition.place)
    }
  }
}

// Operators of Bool: the compiler then says what to write instead.
extension Condition {
  /// Not there: conditions beside each other all have to hold.
  @available(
    *, unavailable,
    message:
      "list the conditions with a comma, all of them have to hold; inside 'anyOf', '.allOf(…, …)' says so"
  )
  public static func && (left: Condition, right: Condition) -> Condition { .allOf(left, right) }

  /// Not there: a list reads better than a chain.
  @available(*, unavailable, message: "write '.anyOf(…, …)', at least one of them has to hold")
  public static func || (left: Condition, right: Condition) -> Condition { .anyOf(left, right) }
}

extension Source {
  /// The value is this text.
  public static func == (source: Source, text: String) -> Condition {
    Condition(Comparison(source, .equals, text))
  }

  /// The value is not this text.
  public static func != (source: Source, text: String) -> Condition {
    Condition(Comparison(source, .equals, text).negated)
  }

  /// The value is greater than this number.
  public static func > (source: Source, number: Double) -> Condition {
    Condition(Comparison(source, .greater, numberText(number)))
  }

  /// The value is greater than this number, or equal.
  public static func >= (source: Source, number: Double) -> Condition {
    Condition(Comparison(source, .greaterOrEquals, numberText(number)))
  }

  /// The value is less than this number.
  public static func < (source: Source, number: Double) -> Condition {
    Condition(Comparison(source, .less, numberText(number)))
  }

  /// The value is less than this number, or equal.
  public static func <= (source: Source, number: Double) -> Condition {
    Condition(Comparison(source, .lessOrEquals, numberText(number)))
  }

  /// The shortest digits that mean this number; whole numbers without fraction and exponent.
  package static func numberText(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? String(number)
  }
}

extension Source {
  /// The value contains this text.
  public func contains(_ text: String) -> Condition { Condition(Comparison(self, .contains, text)) }
  /// The value starts with this text.
  public func starts(with text: String) -> Condition {
    Condition(Comparison(self, .startsWith, text))
  }
  /// The value ends with this text.
  public func ends(with text: String) -> Condition { Condition(Comparison(self, .endsWith, text)) }
  /// A part of the value fits this pattern, in RE2 syntax.
  public func matches(_ pattern: String, ignoringCase: Bool = false) -> Condition {
    Condition(Comparison(self, .matchesRegex, pattern, ignoresCase: ignoringCase))
  }
  /// The value is an element that this CSS selector selects; for web containers.
  public func matchesSelector(_ selector: String) -> Condition {
    Condition(Comparison(self, .cssSelector, selector))
  }
  /// The value is an address that fits this URL pattern; for web containers.
  public func matchesURL(_ pattern: String) -> Condition {
    Condition(Comparison(self, .urlMatches, pattern))
  }
}
