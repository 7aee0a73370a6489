/// Whether a tag waits for consent.
package struct ConsentStatus: Word {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Nothing was decided.
  package static let notSet = Self(rawValue: "NOT_SET")
  /// It needs no consent.
  package static let notNeeded = Self(rawValue: "NOT_NEEDED")
  /// It needs the consent types that are listed.
  package static let needed = Self(rawValue: "NEEDED")

  /// Every one of the API (discovery document of 2026-08-26).
  package static let all: [ConsentStatus] = [
    .notSet, .notNeeded, .needed,
  ]
}
