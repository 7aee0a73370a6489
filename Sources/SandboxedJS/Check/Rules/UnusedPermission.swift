import Diagnostics

extension ScriptRule {
  static let unusedPermission = ScriptRule(
    id: "unused-permission",
    severity: .warning,
    summary: "the template declares no permission that its script does not need",
    documentation: """
      Whoever adds a template to a container agrees to its permissions. One that nothing in the script \
      needs is left over, and allows what a later version could do unseen. What the script asks about \
      with 'queryPermission' counts as needed.
      """,
    wrong: Example(
      """
      data.gtmOnSuccess();
      """,
      permissions: ["logging"]),
    right: Example(
      """
      const log = require('logToConsole');
      log('sent');
      data.gtmOnSuccess();
      """,
      permissions: ["logging"])
  ) { script in
    guard let declared = script.check.permissions else { return [] }
    var needed = Set(
      script.names.requirements.compactMap { $0.name }.compactMap {
        script.check.side.api(named: $0)
      }
      .compactMap { $0.permission?.rawValue })
    if script.names.requirements.contains(where: { $0.name == "getRequestMethod" }) {
      needed.insert(Permission.readRequest.rawValue)
    }
    // Asked about, or passed to whoever asks: its id stands somewhere as a text.
    return declared.subtracting(needed).subtracting(script.names.texts).sorted().map { permission in
      RuleBreach(
        "the template declares the permission '\(permission)', which its script does not need",
        at: SourcePosition(line: 1, column: 1), "take it away")
    }
  }
}
