/// The separator between the whole part of a number and its fraction.
package struct DecimalSeparator: Word {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A full stop.
  package static let period = Self(rawValue: "PERIOD")
  /// A comma.
  package static let comma = Self(rawValue: "COMMA")
  /// Whichever stands there.
  package static let automatic = Self(rawValue: "AUTOMATIC")

  /// Every one of the API (discovery document of 2026-08-26).
  package static let all: [DecimalSeparator] = [.period, .comma, .automatic]
}
