import Compiler
import Diagnostics

extension Command {
  /// Prints what is wrong with the plan.
  package static let lint = Command(
    "lint",
    summary: "hold the plan against every rule, and write nothing",
    discussion: [
      "The output folder, templates and the plan's files are searched for access tokens, too.",
      "Errors are findings; warnings are only with '--strict'. 'explain' lists the rules and says",
      "more about each. A warning that does not matter can be allowed in the plan, with a reason.",
    ],
    options: [.diagnosticFormat, .strict, .environment],
    run: { invocation throws(CommandError) in try Lint(invocation).run() })
}

/// One run of `lint`.
struct Lint {
  let invocation: Invocation
  let diagnostics: [Diagnostic]

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    let found = try invocation.compileForChecks().diagnostics
    // A token in a declaration is found there, and again as a line of its file.
    let known = Set(found.filter { $0.rule == "token-literal" }.map(\.place))
    let scanned = try invocation.scanForTokens().filter { !known.contains($0.place) }
    diagnostics = (found + scanned).sortedByPlace()
  }

  func run() throws(CommandError) -> ExitStatus {
    let report = invocation.diagnosticReport(diagnostics)
    let console = invocation.console
    console.print(report.printed(as: invocation.diagnosticFormat, style: console.outputStyle))
    return report.hasFindings(isStrict: invocation.arguments.has(.strict)) ? .finding : .success
  }
}
