package import Diagnostics

/// A rule that a script keeps or breaks.
package struct ScriptRule: Sendable {
  /// The stable id that diagnostics show.
  package let id: String
  /// The usual severity of a breach; a finding can say otherwise.
  package let severity: Diagnostic.Severity
  /// A summary of what the rule asks for, in one line.
  package let summary: String
  /// The reason for it, and what Tag Manager does about a breach.
  package let documentation: String
  /// A tag that breaks the rule.
  package let wrong: Example
  /// The same tag, mended; it breaks no rule.
  package let right: Example
  /// A tag's script, and the permissions that its template declares.
  package struct Example: Hashable, Sendable {
    package let script: String
    package let permissions: Set<String>

    init(_ script: String, permissions: Set<String> = []) {
      self.script = script
      self.permissions = permissions
    }
  }

  let find: @Sendable (ScriptUnderCheck) -> [RuleBreach]

  /// Every rule, in the order of their ids.
  package static let all: [ScriptRule] = [
    .arrowCalledAtOnce, .assignedConstant, .missingCompletion, .missingMethod, .missingPermission,
    .undeclaredName, .unknownAPI, .unusedPermission,
  ]

  /// The rules about what Tag Manager's editor refuses to save, or takes though JavaScript refuses it.
  package static let editor: [ScriptRule] = [
    .arrowCalledAtOnce, .missingCompletion, .undeclaredName, .unknownAPI,
  ]
}

/// The script that rules look at, and what is known about it.
struct ScriptUnderCheck: Sendable {
  let check: ScriptCheck
  let names: NameAnalysis
}

/// A place that breaks a rule.
struct RuleBreach: Sendable {
  let message: String
  let position: SourcePosition
  /// The severity, where it is not that of the rule.
  let severity: Diagnostic.Severity?
  let notes: [String]

  init(
    _ message: String, at position: SourcePosition, severity: Diagnostic.Severity? = nil,
    _ notes: String?...
  ) {
    self.message = message
    self.position = position
    self.severity = severity
    self.notes = notes.compactMap { $0 }
  }
}
