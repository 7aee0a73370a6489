package import Compiler

/// One command of the tool; each has a file of its own in `Commands/` and is listed in ``all``.
package struct Command: Sendable {
  /// As it is typed.
  package let name: String
  /// Its purpose, in one line of help.
  package let summary: String
  /// Further explanations, in lines of help.
  package let discussion: [String]
  /// Its options; `--help` is added to them.
  package let options: [Option]
  /// Its arguments besides options.
  package let operands: Operands
  /// Does the work.
  package let run: @Sendable (Invocation) throws(CommandError) -> ExitStatus

  /// Declares a command.
  package init(
    _ name: String, summary: String, discussion: [String] = [], options: [Option] = [],
    operands: Operands = .none,
    run: @escaping @Sendable (Invocation) throws(CommandError) -> ExitStatus
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.options = options
    self.operands = operands
    self.run = run
  }

  /// Every command, in the order in which help lists them.
  package static let all: [Command] = [
    .generate,
    .lint,
    .checklist,
    .diff,
    .push,
    .test,
    .simulate,
    .replay,
    .permissions,
    .contract,
    .send,
    .hook,
    .explain,
    .`init`,
    .mcp,
    .completion,
  ]
}

/// The surroundings of a command: the plan, the arguments, and the outside world.
package struct Invocation {
  /// The executable, as help names it.
  package let tool: String
  /// The name of the plan's type.
  package let planName: String
  /// Evaluates the plan, for each of its environments.
  package let variants: () -> [PlanVariant]
  /// The arguments after the command.
  package let arguments: ParsedArguments
  /// The value of an environment variable, if it is set.
  package let environment: (String) -> String?
  /// Absolute; places in diagnostics are shown relative to it.
  package let workingDirectory: String
  /// The receiver of text.
  package let console: Console
  /// Whether the process ends with this run.
  var isLast = true

  /// The same plan and outside world, for another command.
  func with(_ arguments: ParsedArguments, console: Console) -> Invocation {
    Invocation(
      tool: tool, planName: planName, variants: variants, arguments: arguments,
      environment: environment, workingDirectory: workingDirectory, console: console)
  }
}
