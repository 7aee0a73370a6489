extension CompletionScript {
  /// For zsh, sourced behind `compinit` or put into a folder of `fpath` as `_tool`.
  var zsh: [String] {
    var lines = [
      "#compdef \(ShellText.quotedIfNeeded(tool))",
      "# Completes '\(tool)' in zsh.",
      "\(function)() {",
      "  local -a commands",
      "  commands=(",
    ]
    let listed = commands.map { ($0.name, $0.summary) } + [("help", "show the help of a command")]
    lines += listed.map { "    \(ShellText.quoted("\($0.0):\($0.1)"))" }
    lines += [
      "  )",
      "  if (( CURRENT == 2 )); then",
      "    _describe command commands",
      "    return",
      "  fi",
      "  local command=$words[2]",
      "  shift words",
      "  (( CURRENT-- ))",
      "  case $command in",
      "    help) _describe command commands ;;",
    ]
    for command in commands {
      var arguments = options(of: command).map(Self.argument)
      if let operand = Self.operand(command.operands) { arguments.append(operand) }
      let words = arguments.map(ShellText.quoted).joined(separator: " ")
      lines.append("    \(command.name)) _arguments \(words) ;;")
    }
    return lines + [
      "  esac",
      "}",
      #"if [ "$funcstack[1]" = \#(function) ]; then"#,
      #"  \#(function) "$@""#,
      "else",
      "  compdef \(function) \(ShellText.quotedIfNeeded(tool))",
      "fi",
    ]
  }

  /// An option as `_arguments` takes it.
  private static func argument(_ option: Option) -> String {
    let name = "--\(option.name)"
    let summary = "[\(escaped(option.summary))]"
    return switch option.completion {
    case .nothing: name + summary
    case .words(let words): "\(name)=\(summary):word:(\(words.joined(separator: " ")))"
    case .files: "\(name)=\(summary):file:_files"
    case .folders: "\(name)=\(summary):folder:_files -/"
    case .anything: "\(name)=\(summary):value: "
    }
  }

  private static func operand(_ operands: Operands) -> String? {
    guard operands.count.upperBound > 0 else { return nil }
    guard let words = operands.words else { return "*:file:_files" }
    return "1:word:(\(words.joined(separator: " ")))"
  }

  /// A summary in which nothing ends the brackets around it or begins another part.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
      .replacing(":", with: "\\:")
  }
}
