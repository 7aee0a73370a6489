import Diagnostics

extension Diagnostic {
  /// What keeps files from being written; each hint says how to mend it.
  static func error(
    _ rule: String, _ message: String, at place: SourcePlace?, _ hints: String...
  ) -> Diagnostic {
    Diagnostic(.error, rule: rule, message, at: place, notes: hints.map { Note($0) })
  }

  /// What is worth knowing; each hint says what to do about it.
  static func warning(
    _ rule: String, _ message: String, at place: SourcePlace?, _ hints: String...
  ) -> Diagnostic {
    Diagnostic(.warning, rule: rule, message, at: place, notes: hints.map { Note($0) })
  }
}
