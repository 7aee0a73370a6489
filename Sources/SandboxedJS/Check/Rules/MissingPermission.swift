import Diagnostics

extension ScriptRule {
  static let missingPermission = ScriptRule(
    id: "missing-permission",
    severity: .error,
    summary: "what an API needs, the template declares",
    documentation: """
      Most APIs need a permission of the template. Tag Manager's editor adds it when it sees the API \
      required; a file that is written by hand or by a program has to declare it, or the API fails \
      when the template runs.
      """,
    wrong: Example(
      """
      const sendHttpGet = require('sendHttpGet');
      sendHttpGet('https://example.com/collect').then(data.gtmOnSuccess, data.gtmOnFailure);
      """),
    right: Example(
      """
      const sendHttpGet = require('sendHttpGet');
      sendHttpGet('https://example.com/collect').then(data.gtmOnSuccess, data.gtmOnFailure);
      """,
      permissions: ["send_http"])
  ) { script in
    guard let declared = script.check.permissions else { return [] }
    var reported: Set<Permission> = []
    return script.names.requirements.compactMap { requirement -> RuleBreach? in
      guard let name = requirement.name,
        let permission = script.check.side.api(named: name)?.permission,
        !declared.contains(permission.rawValue), script.isUsed(requirement),
        reported.insert(permission).inserted
      else { return nil }
      return RuleBreach(
        "'\(name)' needs the permission '\(permission.rawValue)', which the template does not declare",
        at: requirement.use.position, "declare it, for no more than what the script does")
    }
  }
}

extension ScriptUnderCheck {
  /// Whether anything is done with what is required.
  func isUsed(_ requirement: NameAnalysis.Requirement) -> Bool {
    guard case .alias(let binding) = requirement.use.context else { return true }
    return names.bindings[binding].uses.contains { use in
      if case .written = use.context { false } else { true }
    }
  }
}
