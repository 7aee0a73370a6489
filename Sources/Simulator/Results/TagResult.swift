package import SandboxedJS

/// The result of one tag for one event.
package struct TagResult: Sendable {
  /// The ways in which a tag that fired can end.
  package enum Outcome: Hashable, Sendable {
    case success, failure
    /// It said neither.
    case unfinished
    /// Its code ended with an error.
    case error(String)
    /// Its code is not known, so that only the settings are.
    case notSimulated
    /// Nothing was sent for want of consent to these types, by its settings or by its code; no types where the code
    /// asks for consent in a way that names none.
    case refused([String])
  }

  /// A variable and the value that it had for the tag.
  package struct NamedValue: Hashable, Sendable {
    package let name: String
    package let value: ScriptValue
  }

  private let tag: TagProgram
  /// The reason it fired or did not.
  package let decision: FiringDecision
  /// `nil` where it did not fire, unless its settings ask for a consent that is missing.
  package internal(set) var outcome: Outcome?
  /// The fields as they were for the event; `undefined` where the tag did not fire.
  var fields: ScriptValue
  /// The effects of the code on the world outside.
  package internal(set) var effects = TagEffects()
  /// The values of the variables that it and its triggers refer to; empty unless they were asked
  /// for.
  package internal(set) var variables: [NamedValue]

  /// The tag's place in the container.
  var place: Int { tag.place }
  /// The tag's name.
  package var name: String { tag.name }
  /// The tag's type, such as the name of its template.
  package var typeName: String { tag.typeName }
  /// Whether it fired.
  package var isFired: Bool { decision.isFired }

  /// The fields as they were for the event; empty where the tag did not fire.
  package var settings: [NamedValue] {
    guard case .object(let members) = fields else { return [] }
    return members.map { NamedValue(name: $0.key, value: $0.value) }
  }

  /// Whether it said that all went well and did nothing.
  var endedQuietly: Bool {
    if case .success? = outcome { effects.isEmpty } else { false }
  }

  init(_ tag: TagProgram, _ decision: FiringDecision) {
    self.tag = tag
    self.decision = decision
    outcome = nil
    fields = .undefined
    variables = []
  }
}
