import Diagnostics

extension ScriptRule {
  static let assignedConstant = ScriptRule(
    id: "assigned-constant",
    severity: .error,
    summary: "what 'const' declares is not assigned again",
    documentation: """
      A name that 'const' declares keeps its value. The sandbox ends the run where something else is \
      assigned to it, with '=', '+=', '++', '--' or as the variable of a loop. The object that the \
      name stands for can still be changed.
      """,
    wrong: Example(
      """
      const total = 0;
      total += data.value;
      data.gtmOnSuccess();
      """),
    right: Example(
      """
      let total = 0;
      total += data.value;
      data.gtmOnSuccess();
      """)
  ) { script in
    script.names.bindings.filter { $0.kind == .const }.flatMap { binding in
      binding.uses.compactMap { use -> RuleBreach? in
        guard case .written = use.context else { return nil }
        let line = binding.name.position.line
        return RuleBreach(
          "'\(binding.name.text)' is assigned, but 'const' declares it on line \(line)",
          at: use.position, "declare it with 'let'")
      }
    }
  }
}
