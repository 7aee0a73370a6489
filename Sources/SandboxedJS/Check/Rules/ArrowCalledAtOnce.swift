import Diagnostics

extension ScriptRule {
  static let arrowCalledAtOnce = ScriptRule(
    id: "arrow-called-at-once",
    severity: .warning,
    summary: "an arrow function that is called where it stands has parentheses around it",
    documentation: """
      Tag Manager takes '() => { … }()', JavaScript does not: editors, formatters and engines refuse the \
      whole script. With parentheses around the function, both take it and it does the same.
      """,
    wrong: Example(
      """
      const mode = () => { return data.isQuiet ? 'quiet' : 'loud'; }();
      data.gtmOnSuccess();
      """),
    right: Example(
      """
      const mode = (() => { return data.isQuiet ? 'quiet' : 'loud'; })();
      data.gtmOnSuccess();
      """)
  ) { script in
    var breaches: [RuleBreach] = []
    for statement in script.check.program.statements {
      _ = statement.contains { part in
        if part.isArrowCalledAtOnce {
          breaches.append(
            RuleBreach(
              "an arrow function is called without parentheses around it", at: part.position,
              "write '(() => { … })()'"))
        }
        return false
      }
    }
    return breaches
  }
}

extension Expression {
  /// Whether it calls an arrow function that has no parentheses around it: with them, the call begins before the function.
  fileprivate var isArrowCalledAtOnce: Bool {
    guard case .call(let callee, _) = kind, case .function(let function) = callee.kind else {
      return false
    }
    return function.form == .arrow && callee.position == position
  }
}
