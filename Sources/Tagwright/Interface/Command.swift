package import Compiler

/// One command of the tool; each has a file of its own in `Commands/` and is listed in ``all``.
package struct Command: Sendable {
  /// As it is typed.
  package let name: String
  /// What it does, in one line of help.
  package let summary: String
  /// What else there is to know about it, in lines of help.
  package let discussion: [String]
  /// What it can be told; `--help` is added to them.
  package let options: [Option]
  /// What it takes besides options.
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

/// What a command works with: the plan, what was typed, and the outside world.
package struct Invocation {
  /// The executable, as help names it.
  package let tool: String
  /// The name of the plan's type.
  package let planName: String
  /// Evaluates the plan, for each of its environments.
  package let variants: () -> [PlanVariant]
  /// What was typed after the command.
  package let arguments: ParsedArguments
  /// The value of an environment variable, if it is set.
  package let environment: (String) -> String?
  /// Absolute; places in diagnostics are shown relative to it.
  package let workingDirectory: String
  /// Where text goes.
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
