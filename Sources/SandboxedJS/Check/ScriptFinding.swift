package import Diagnostics

/// Something that a rule found in a script, and where.
package struct ScriptFinding: Hashable, Sendable {
  /// The severity: an error is what Tag Manager refuses or what fails when it runs.
  package let severity: Diagnostic.Severity
  /// The id of the rule.
  package let rule: String
  /// A description of the problem.
  package let message: String
  /// The notes on how to fix the problem.
  package let notes: [String]
  /// The place in the script.
  package let position: SourcePosition

  /// The finding as a diagnostic of the file that holds the script.
  ///
  /// - Parameter firstLine: the line of the file that the script's first line is.
  package func diagnostic(file: String, firstLine: Int = 1) -> Diagnostic {
    Diagnostic(
      severity, rule: rule, message,
      at: SourcePlace(file: file, line: firstLine - 1 + position.line),
      notes: notes.map { Diagnostic.Note($0) })
  }
}
