package import Compiler
import Diagnostics

/// The command line: arguments in, a library call, text out.
package struct Tool {
  /// The executable's name, as help shows it.
  package let name: String
  /// The name of the plan's type.
  package let planName: String
  /// Evaluates the plan, for each of its environments.
  package let variants: () -> [PlanVariant]
  /// The commands.
  package let commands: [Command]
  /// The value of an environment variable, if it is set.
  package let environment: (String) -> String?
  /// Absolute.
  package let workingDirectory: String
  /// The receiver of text.
  package let console: Console

  /// Puts the tool together.
  package init(
    name: String, planName: String, variants: @escaping () -> [PlanVariant],
    commands: [Command] = Command.all, environment: @escaping (String) -> String?,
    workingDirectory: String, console: Console
  ) {
    self.name = name
    self.planName = planName
    self.variants = variants
    self.commands = commands
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.console = console
  }

  /// Runs the command that was typed; `arguments` come without the executable.
  package func run(_ arguments: [String]) -> ExitStatus {
    do throws(CommandError) {
      return try dispatch(arguments)
    } catch {
      console.report(error.text(style: console.style))
      return error.status
    }
  }

  private func dispatch(_ arguments: [String]) throws(CommandError) -> ExitStatus {
    // Swift repairs what is no UTF-8, which would name another file than the one meant.
    if let broken = arguments.first(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
      throw CommandError("the argument '\(broken)' is not valid UTF-8")
    }
    guard let typed = arguments.first else {
      console.report(HelpText.tool(name, commands: commands))
      return .failure
    }
    guard !typed.hasPrefix("-") else {
      return try runAlone(arguments.map { $0 == "-v" ? "--\(Option.version.name)" : $0 })
    }
    // `help COMMAND` is the same as `COMMAND --help`.
    if typed == "help", !commands.contains(where: { $0.name == typed }) {
      return try dispatch(arguments.dropFirst().prefix(1) + ["--\(Option.help.name)"])
    }
    guard let command = commands.first(where: { $0.name == typed }) else {
      throw CommandError(
        "unknown command '\(typed)'",
        notes: [
          Spelling.hint(for: typed, among: commands.map(\.name)).message,
          "'\(name) --help' lists the commands",
        ])
    }
    let parsed = try ParsedArguments(
      Array(arguments.dropFirst()), options: command.options, operands: command.operands)
    if parsed.asksForHelp {
      console.print(HelpText.command(command, of: name))
      return .success
    }
    return try command.run(
      Invocation(
        tool: name, planName: planName, variants: variants, arguments: parsed,
        environment: environment,
        workingDirectory: workingDirectory, console: console))
  }

  /// The tool's own options.
  private func runAlone(_ arguments: [String]) throws(CommandError) -> ExitStatus {
    let typed = arguments[0]
    if typed != "--\(Option.version.name)",
      let command = commands.first(where: { $0.options.contains { "--\($0.name)" == typed } })
    {
      throw CommandError(
        "'\(typed)' is an option of the command '\(command.name)'",
        notes: ["write '\(name) \(command.name) \(typed)'"])
    }
    let parsed = try ParsedArguments(arguments, options: [.version])
    if parsed.asksForHelp {
      console.print(HelpText.tool(name, commands: commands))
    } else if parsed.has(.version) {
      console.print("\(name) \(Self.version)")
    } else {
      throw CommandError("'\(typed)' is not a command")
    }
    return .success
  }
}
