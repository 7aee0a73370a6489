package import TagManager

/// What differences mean, in a sentence.
package struct Finding: Hashable, Sendable {
  /// How much it matters.
  package enum Severity: String, Sendable, Comparable {
    /// Something is not sent, sent elsewhere or sent without consent.
    case warning
    /// Worth knowing.
    case notice

    /// A warning comes first.
    package static func < (left: Severity, right: Severity) -> Bool {
      left == .warning && right == .notice
    }
  }

  /// The stable id of the meaning that it is, such as `tag-paused`.
  package let meaning: String
  /// How much it matters.
  package let severity: Severity
  /// What it is about.
  package let kind: EntityKind
  /// The name of what it is about; empty where it is about several.
  package let name: String
  /// The sentence: lower case, no full stop.
  package let message: String
}
