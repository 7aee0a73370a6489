extension CompletionScript {
  /// For bash 3.2 and later, the one of macOS; paths are completed by bash itself where there is no word.
  var bash: [String] {
    var lines = [
      "# Completes '\(tool)' in bash.",
      "\(function)() {",
      #"  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}""#,
      #"  local command="${COMP_WORDS[1]}" words="""#,
      "  COMPREPLY=()",
      "  # bash takes '--option=value' for three words.",
      #"  if [ "$current" = "=" ]; then current=""; fi"#,
      #"  if [ "$previous" = "=" ]; then previous="${COMP_WORDS[COMP_CWORD-2]}"; fi"#,
      #"  if [ "$COMP_CWORD" -eq 1 ]; then"#,
      #"    words="\#((commandNames + ["--help", "--version"]).joined(separator: " "))""#,
      "  else",
      #"    case "$command $previous" in"#,
    ]
    for command in commands {
      for option in command.options {
        let pattern = #"      "\#(command.name) --\#(option.name)")"#
        switch option.completion {
        case .nothing: break
        case .words(let words):
          lines.append(#"\#(pattern) words="\#(words.joined(separator: " "))";;"#)
        case .files, .folders, .anything: lines.append("\(pattern) return;;")
        }
      }
    }
    lines += [
      "      *)",
      #"        case "$command" in"#,
      #"          help) words="\#(commands.map(\.name).joined(separator: " "))";;"#,
    ]
    for command in commands {
      let words = options(of: command).map { "--\($0.name)" } + (command.operands.words ?? [])
      lines.append(#"          \#(command.name)) words="\#(words.joined(separator: " "))";;"#)
    }
    return lines + [
      "        esac;;",
      "    esac",
      "  fi",
      #"  COMPREPLY=($(compgen -W "$words" -- "$current"))"#,
      "}",
      "complete -o default -F \(function) -- \(ShellText.quotedIfNeeded(tool))",
    ]
  }
}
