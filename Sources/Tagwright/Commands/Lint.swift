import Compiler
import ContainerCheck
import CustomTemplate
import Diagnostics
import Parallel
import TagManager

extension Command {
  /// Prints what is wrong with the plan.
  package static let lint = Command(
    "lint",
    summary: "hold the plan, or a container's file, against every rule, and write nothing",
    discussion: [
      "With a file, any export of Tag Manager or saved answer of its API, made by Tagwright or not, is",
      "searched for what Tag Manager refuses and for references that lead nowhere. Its templates are",
      "looked at as 'test' does, without running their scenarios.",
      "",
      "The output folder, templates and the plan's files are searched for access tokens, too.",
      "Errors are findings; warnings are only with '--strict'. 'explain' lists the rules and says",
      "more about each. A warning that does not matter can be allowed in the plan, with a reason.",
    ],
    options: [.diagnosticFormat, .strict, .environment],
    operands: Operands("[FILE]", "a container, such as an export", count: 0...1),
    run: { invocation throws(CommandError) in
      guard let path = invocation.arguments.operands.first else {
        return try Lint(invocation).run()
      }
      return try invocation.lintContainer(path)
    })
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

  func run() -> ExitStatus { invocation.show(invocation.diagnosticReport(diagnostics)) }
}

extension Invocation {
  /// Prints the faults of a container's file.
  fileprivate func lintContainer(_ path: String) throws(CommandError) -> ExitStatus {
    guard !arguments.has(.environment) else {
      throw CommandError("'--environment' is about the plan: leave '\(path)' out")
    }
    let name = SourcePlace.shown(path, relativeTo: workingDirectory)
    let bytes = try passingOn(FileSystem.read(path, limit: ContainerFile.greatestSize))
    let version = try ContainerVersion.readable(bytes, name: name)
    let faults = version.faults()
    let templateFindings = version.customTemplates.mapConcurrently(\.findings)
    let lines =
      faults.isEmpty && templateFindings.allSatisfy(\.isEmpty)
      ? nil : EntityLines(bytes, paths: faults.compactMap(\.path))
    var diagnostics = faults.map { fault in
      Diagnostic(
        fault.severity, rule: fault.rule, fault.message,
        at: SourcePlace(
          file: name,
          line: fault.path.flatMap { lines?[$0] } ?? lines?[fault.kind, fault.index] ?? 1),
        notes: [.init(fault.mend)])
    }
    for (index, findings) in templateFindings.enumerated() {
      let place = SourcePlace(file: name, line: lines?[.customTemplate, index] ?? 1)
      let template = version.customTemplates[index].name
      diagnostics += findings.map { finding in
        let line = finding.place.map { ", line \($0.line)" } ?? ""
        return Diagnostic(
          finding.severity, rule: finding.rule, "template '\(template)'\(line): \(finding.message)",
          at: place, notes: finding.notes)
      }
    }
    return show(
      DiagnosticReport(
        subject: .container(name), diagnostics: diagnostics.sortedByPlace(),
        folder: workingDirectory))
  }

  fileprivate func show(_ report: DiagnosticReport) -> ExitStatus {
    console.print(report.printed(as: format(), style: console.outputStyle))
    return report.hasFindings(isStrict: arguments.has(.strict)) ? .finding : .success
  }
}

extension TemplateEntity {
  /// What 'test' says of the template's text; nothing where it is no template, which is a fault of the container.
  fileprivate var findings: [Diagnostic] {
    (try? TemplateDocument.read(templateData, file: name)).map { TemplateSuite($0).findings } ?? []
  }
}
