/// A script by which a shell completes what is typed, made from the table of commands that help is made from.
struct CompletionScript {
  /// The shells that there are scripts for.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  /// The executable's name.
  let tool: String
  /// The commands.
  let commands: [Command]

  /// The whole script, without the line feed at its end.
  func text(for shell: Shell) -> String {
    let lines =
      switch shell {
      case .bash: bash
      case .zsh: zsh
      case .fish: fish
      }
    return lines.joined(separator: "\n")
  }

  /// The name of the shell's function: the tool's, as far as a name may hold it.
  var function: String {
    "_" + tool.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "_" }.joined()
  }

  /// The options of a command, with the one that each has.
  func options(of command: Command) -> [Option] { command.options + [.help] }

  /// The names of all commands, and `help`.
  var commandNames: [String] { commands.map(\.name) + ["help"] }
}

extension Option {
  /// The kinds of values that may follow the option.
  enum Completion {
    case nothing
    case words([String])
    case files
    case folders
    case anything
  }

  /// The values that may follow the option, after the name that help has for it.
  var completion: Completion {
    switch value {
    case .none: .nothing
    case .choice(let words): .words(words)
    case .text("FILE"), .text("PATH-OR-URL"): .files
    case .text("DIR"): .folders
    case .text: .anything
    }
  }
}
