extension CompletionScript {
  /// For fish, put into its folder of completions or sourced.
  var fish: [String] {
    let tool = Self.quoted(tool)
    var lines = ["# Completes \(tool) in fish.", "complete -c \(tool) -f"]
    lines += (commands.map { ($0.name, $0.summary) } + [("help", "show the help of a command")])
      .map {
        "complete -c \(tool) -n __fish_use_subcommand -a \($0.0) -d \(Self.quoted($0.1))"
      }
    let names = commands.map(\.name).joined(separator: " ")
    lines.append(
      "complete -c \(tool) -n '__fish_seen_subcommand_from help' -a \(Self.quoted(names))")
    for command in commands {
      let line = "complete -c \(tool) -n '__fish_seen_subcommand_from \(command.name)'"
      for option in options(of: command) {
        lines.append(
          "\(line) -l \(option.name)\(Self.value(of: option)) -d \(Self.quoted(option.summary))")
      }
      guard command.operands.count.upperBound > 0 else { continue }
      lines.append(
        command.operands.words.map { "\(line) -a \(Self.quoted($0.joined(separator: " ")))" }
          ?? "\(line) -F")
    }
    return lines
  }

  private static func value(of option: Option) -> String {
    switch option.completion {
    case .nothing: ""
    case .words(let words): " -x -a \(quoted(words.joined(separator: " ")))"
    case .files: " -r -F"
    case .folders: " -x -a '(__fish_complete_directories)'"
    case .anything: " -x"
    }
  }

  /// A word in single quotes, in which fish reads backslashes, other than POSIX shells.
  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
  }
}
