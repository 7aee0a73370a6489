import SandboxedJS
import TagManager

/// A compiled trigger.
final class TriggerProgram: Sendable {
  let id: String
  let name: String
  let type: TriggerType
  /// All have to hold.
  let conditions: [ConditionProgram]
  /// Whether triggers of its type can be simulated.
  let isSimulated: Bool

  init(_ trigger: Trigger, _ slots: inout VariableSlots) {
    id = trigger.id
    name = trigger.name
    type = trigger.type
    var conditions = trigger.customEventFilters.map { ConditionProgram($0, &slots) }
    if trigger.type == .serverPageview {
      // Never seen in a file; by its name it is the event that browsers send for a page.
      conditions.append(ConditionProgram("{{_event}}", .equals, "page_view", &slots))
    }
    let stage = PageStage.all.first { $0.trigger == trigger.type }
    if let stage {
      conditions.append(ConditionProgram("{{_event}}", .equals, stage.event, &slots))
    }
    let automatic = AutomaticEvent.all.first { $0.trigger == trigger.type }
    if let automatic { conditions += automatic.conditions(of: trigger, &slots) }
    conditions += trigger.filters.map { ConditionProgram($0, &slots) }
    self.conditions = conditions
    isSimulated =
      stage != nil || automatic != nil
      || [.customEvent, .always, .serverPageview].contains(trigger.type)
  }

  /// The outcomes of a trigger for an event.
  enum Outcome: Hashable, Sendable {
    case fires
    /// The first condition that does not hold, by its place, and what it compared.
    case misses(condition: Int, actual: ScriptValue)
    /// Its type is none that is simulated.
    case unknown

    var isFiring: Bool { if case .fires = self { true } else { false } }
  }
}

/// Which trigger a tag names.
enum TriggerReference: Hashable, Sendable {
  case trigger(Int)
  /// The reserved trigger for every event.
  case everyEvent
  /// An id that the container does not have.
  case missing(String)
}
