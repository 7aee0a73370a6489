import Diagnostics

extension Option {
  /// In which form diagnostics are printed.
  static let diagnosticFormat = Option.choice(
    "format", DiagnosticReport.Format.allCases.map(\.rawValue), "how to print the result")
  /// Makes warnings findings.
  static let strict = Option.flag("strict", "take warnings for errors")
}

extension Invocation {
  /// The form that `--format` picks.
  var diagnosticFormat: DiagnosticReport.Format {
    arguments[.diagnosticFormat].flatMap(DiagnosticReport.Format.init) ?? .text
  }

  /// Diagnostics of the plan, in the forms of '--format'.
  func diagnosticReport(_ diagnostics: [Diagnostic]) -> DiagnosticReport {
    DiagnosticReport(
      subject: .plan(planName), diagnostics: diagnostics, folder: workingDirectory)
  }
}
