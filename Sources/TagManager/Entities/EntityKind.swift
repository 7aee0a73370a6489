import Diagnostics

/// The kinds of thing that a container is made of, in the order in which reports list them.
package enum EntityKind: String, CaseIterable, Sendable {
  case tag
  case trigger
  case variable
  case builtInVariable
  case client
  case customTemplate
  case folder
  case transformation
  case zone
  case gtagConfig
  /// The parts of a version beside its entities that Tag Manager's documentation does not know.
  case containerVersion

  /// In the order in which renaming one explains changes of the next.
  package static let byDependency: [EntityKind] = [
    .folder, .customTemplate, .builtInVariable, .variable, .trigger, .tag, .client,
    .transformation, .zone, .gtagConfig,
  ]

  /// One of them, for a person.
  package var word: String {
    switch self {
    case .builtInVariable: "built-in variable"
    case .customTemplate: "template"
    case .gtagConfig: "Google tag setting"
    case .containerVersion: "container"
    default: rawValue
    }
  }

  /// Returns a number of such entities, for a person.
  package func count(_ count: Int) -> String { count.counted(word) }

  /// The member that names one: a built-in variable and a Google tag setting are known by their type.
  package var nameMember: String {
    switch self {
    case .builtInVariable, .gtagConfig: "type"
    default: "name"
    }
  }
}
