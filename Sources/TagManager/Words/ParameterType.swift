/// The kind of a parameter's value.
package struct ParameterType: Word {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A text, with or without variables in it.
  package static let template = Self(rawValue: "TEMPLATE")
  /// A whole number, as text.
  package static let integer = Self(rawValue: "INTEGER")
  /// `true` or `false`, as text.
  package static let boolean = Self(rawValue: "BOOLEAN")
  /// A list of parameters without keys.
  package static let list = Self(rawValue: "LIST")
  /// A list of parameters with keys.
  package static let map = Self(rawValue: "MAP")
  /// The id of a trigger.
  package static let triggerReference = Self(rawValue: "TRIGGER_REFERENCE")
  /// The name of a tag.
  package static let tagReference = Self(rawValue: "TAG_REFERENCE")

  /// Every one of the API (discovery document of 2026-08-26).
  package static let all: [ParameterType] = [
    .template, .integer, .boolean, .list, .map, .triggerReference, .tagReference,
  ]
}
