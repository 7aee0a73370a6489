import Diagnostics

extension ScriptRule {
  static let missingCompletion = ScriptRule(
    id: "missing-completion",
    severity: .error,
    summary: "a tag says that it is done",
    documentation: """
      A tag's script has to call 'data.gtmOnSuccess()' or 'data.gtmOnFailure()', also as a callback. \
      Tag Manager does not import a tag template whose script names neither, and a tag that calls \
      neither keeps its event waiting.
      """,
    wrong: Example(
      """
      const log = require('logToConsole');
      log(data.text);
      """,
      permissions: ["logging"]),
    right: Example(
      """
      const log = require('logToConsole');
      log(data.text);
      data.gtmOnSuccess();
      """,
      permissions: ["logging"])
  ) { script in
    guard script.check.kind == .tag,
      script.names.propertyNames.isDisjoint(with: ["gtmOnSuccess", "gtmOnFailure"])
    else { return [] }
    return [
      RuleBreach(
        "this tag calls neither 'data.gtmOnSuccess()' nor 'data.gtmOnFailure()'",
        at: SourcePosition(line: 1, column: 1),
        "call one of them when the tag's work is done, or pass it as a callback")
    ]
  }
}
