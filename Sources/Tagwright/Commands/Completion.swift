import Diagnostics

extension Command {
  /// Prints a script by which a shell completes what is typed.
  package static let completion = Command(
    "completion",
    summary: "print a script by which a shell completes commands, options and rules",
    discussion: [
      "bash: add 'source <(PROGRAM completion bash)' to '~/.bashrc'",
      "zsh:  add 'source <(PROGRAM completion zsh)' to '~/.zshrc', behind 'compinit'",
      "fish: PROGRAM completion fish > ~/.config/fish/completions/PROGRAM.fish",
    ],
    operands: .choice(CompletionScript.Shell.allCases.map(\.rawValue), "the shell"),
    run: { invocation throws(CommandError) in
      let typed = invocation.arguments.operands.first ?? ""
      guard let shell = CompletionScript.Shell(rawValue: typed) else {
        throw CommandError(
          "there is no completion for '\(typed)'",
          notes: [
            Spelling.hint(for: typed, among: CompletionScript.Shell.allCases.map(\.rawValue))
              .message
          ])
      }
      let script = CompletionScript(tool: invocation.tool, commands: Command.all)
      invocation.console.print(script.text(for: shell))
      return .success
    })
}
