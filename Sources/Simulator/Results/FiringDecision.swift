package import SandboxedJS

/// The reason a tag fired, or did not.
package enum FiringDecision: Sendable {
  /// A trigger that did not fire, with the first of its conditions that did not hold.
  package struct Miss: Sendable {
    /// `nil` for a trigger that the container does not have.
    private let program: TriggerProgram?
    private let id: String
    private let place: Int?
    /// The value of the condition's left side.
    package let actual: ScriptValue

    init(_ trigger: TriggerProgram, _ outcome: TriggerProgram.Outcome?) {
      (program, id) = (trigger, "")
      if case .misses(let condition, let value)? = outcome {
        (place, actual) = (condition, value)
      } else {
        (place, actual) = (nil, .undefined)
      }
    }

    /// - Parameter id: that of a trigger which the container does not have.
    init(missing id: String) { (program, self.id, place, actual) = (nil, id, nil, .undefined) }

    package var trigger: String { program?.name ?? id }
    /// `nil` for a trigger whose type is not simulated.
    package var condition: ConditionProgram? { place.flatMap { program?.conditions[$0] } }
  }

  /// On this trigger.
  case fired(trigger: String)
  /// Before or after another tag.
  case sequenced(with: String)
  case paused
  /// Outside of the time in which it is to fire.
  case outsideSchedule
  /// It fires only in the published container.
  case liveOnly
  /// It fires once on a page, and did.
  case alreadyFired
  /// It has no trigger.
  case noTrigger
  /// None of its triggers fired.
  case missed([Miss])
  /// An exception fired.
  case blocked(by: String)
  /// The hit denies a type of consent, or says nothing about it.
  case consent(type: String, isDenied: Bool)
  /// The tag that it waits for failed.
  case setupFailed(tag: String)

  /// Whether the tag fired.
  package var isFired: Bool {
    switch self {
    case .fired, .sequenced: true
    default: false
    }
  }

  /// The type of consent that is missing by the tag's own settings; `nil` where that is not the reason.
  var missingConsent: String? { if case .consent(let type, _) = self { type } else { nil } }

  /// The reason in words.
  package var reason: String {
    switch self {
    case .fired(let trigger): "trigger '\(trigger)'"
    case .sequenced(let tag): "in sequence with tag '\(tag)'"
    case .paused: "the tag is paused"
    case .outsideSchedule: "the time is outside of the tag's schedule"
    case .liveOnly: "the tag fires only in the published container"
    case .alreadyFired: "the tag fires once on a page, and did"
    case .noTrigger: "the tag has no trigger"
    case .missed(let misses): misses.map(\.text).joined(separator: "; ")
    case .blocked(let trigger): "exception '\(trigger)'"
    case .consent(let type, let isDenied):
      isDenied
        ? "no consent to '\(type)'" : "the hit does not say whether there is consent to '\(type)'"
    case .setupFailed(let tag): "the tag '\(tag)', which it waits for, failed"
    }
  }
}

extension FiringDecision.Miss {
  /// The trigger, the condition and what was found.
  package var text: String {
    guard let condition else { return "trigger '\(trigger)' is not simulated" }
    let found =
      switch actual {
      case .string(let text): "'\(text.shortened)'"
      default: actual.description.shortened
      }
    return "trigger '\(trigger)': \(condition.text), but is \(found)"
  }
}
