/// A way to change the case of letters.
package struct CaseConversion: Word {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Not at all.
  package static let none = Self(rawValue: "NONE")
  /// To lower case.
  package static let lowercase = Self(rawValue: "LOWERCASE")
  /// To upper case.
  package static let uppercase = Self(rawValue: "UPPERCASE")

  /// Every one of the API (discovery document of 2026-08-26).
  package static let all: [CaseConversion] = [.none, .lowercase, .uppercase]
}
