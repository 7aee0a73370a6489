package import Diagnostics
package import TagManager

/// A finding about what differences mean, in a sentence.
///
/// A warning is about something that is not sent, sent elsewhere or sent without consent; a notice is worth knowing.
package struct Finding: Hashable, Sendable {
  /// The severity, the stable id of the meaning, such as `tag-paused`, and the sentence.
  package let diagnostic: Diagnostic
  /// The kind of entity that the finding is about.
  package let kind: EntityKind
  /// The name of what it is about; empty where it is about several.
  package let name: String

  init(
    _ severity: Diagnostic.Severity, _ meaning: String, _ kind: EntityKind, _ name: String,
    _ message: String
  ) {
    diagnostic = Diagnostic(severity, rule: meaning, message, at: nil)
    self.kind = kind
    self.name = name
  }
}
