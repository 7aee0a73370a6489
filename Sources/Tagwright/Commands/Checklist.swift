import Compiler
import Diagnostics
import JSONText

extension Command {
  /// Shows how far the set-up is.
  package static let checklist = Command(
    "checklist",
    summary: "list the steps of the set-up: done, left to you, broken",
    discussion: [
      "A step relies on those before it, so begin with the first broken one. What is in no plan –",
      "an account, a published version – is left to you.",
    ],
    options: [ChecklistCommand.format, .environment],
    run: { invocation throws(CommandError) in try ChecklistCommand(invocation: invocation).run() })
}

/// One run of `checklist`.
struct ChecklistCommand {
  static let format = Option.format(TextOrJSON.self)

  let invocation: Invocation

  func run() throws(CommandError) -> ExitStatus {
    let compilation = try invocation.compileForChecks()
    let lists = compilation.checklists.map {
      ChecklistReport(list: $0, folder: invocation.workingDirectory)
    }
    let console = invocation.console
    if lists.isEmpty {
      let isSound = invocation.report(compilation.diagnostics)
      console.report("plan '\(invocation.planName)' has no destination to set up")
      return isSound ? .success : .finding
    }
    switch invocation.format(TextOrJSON.self) {
    case .text: console.print(lists.map { $0.text(console.outputStyle) }.joined(separator: "\n\n"))
    case .json: console.print(JSON.array(lists.map(\.json)).text(.container))
    }
    return lists.contains { $0.list.firstBroken != nil } ? .finding : .success
  }
}
