import Diagnostics

extension Option {
  /// In which form diagnostics are printed.
  static let diagnosticFormat = Option.format(DiagnosticReport.Format.self)
  /// Makes warnings findings.
  static let strict = Option.flag("strict", "take warnings for errors")
}

extension Invocation {
  /// Diagnostics of the plan, in the forms of '--format'.
  func diagnosticReport(_ diagnostics: [Diagnostic]) -> DiagnosticReport {
    DiagnosticReport(
      subject: .plan(planName), diagnostics: diagnostics, folder: workingDirectory)
  }
}
