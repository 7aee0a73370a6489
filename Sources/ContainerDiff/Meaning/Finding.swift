package import TagManager

/// A finding about what differences mean, in a sentence.
package struct Finding: Hashable, Sendable {
  /// The severities that a finding can have.
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
  /// The severity of the finding.
  package let severity: Severity
  /// The kind of entity that the finding is about.
  package let kind: EntityKind
  /// The name of what it is about; empty where it is about several.
  package let name: String
  /// The sentence: lower case, no full stop.
  package let message: String
}
