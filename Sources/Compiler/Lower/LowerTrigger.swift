import Diagnostics
import TagManager
import TagwrightPlan

extension DraftBuilder {
  /// A trigger that the plan declares.
  mutating func lower(_ trigger: TagwrightPlan.Trigger, folder: String?) {
    let filter = conditions(trigger.conditions)
    let draft =
      switch trigger.match.kind {
      case .named(let name):
        customEvent(
          trigger.name, .init("{{_event}}", .equals, name), filter, trigger.notes, folder)
      case .matching(let pattern):
        customEvent(
          trigger.name, .init("{{_event}}", .matchesRegularExpression, pattern), filter,
          trigger.notes, folder)
      case .any:
        TriggerDraft(
          name: trigger.name, type: "ALWAYS", filter: filter, folder: folder,
          notes: trigger.notes)
      }
    add(draft, at: trigger.place)
  }

  /// A trigger in Tag Manager's own terms.
  mutating func lower(_ trigger: RawTrigger, folder: String?) {
    let draft = TriggerDraft(
      name: trigger.name, type: trigger.type, filter: conditions(trigger.conditions),
      folder: folder, notes: trigger.notes)
    add(draft, at: trigger.place)
  }

  /// The trigger of a destination's event: the event's own name where nothing else has to hold, so that
  /// destinations share it; the tag's name otherwise.
  mutating func trigger(
    forEvent eventName: String, where conditions: [TagwrightPlan.Condition], tagName: String,
    at place: SourcePlace
  ) -> TriggerName {
    let name = conditions.isEmpty ? eventName : tagName
    let draft = customEvent(
      name, .init("{{_event}}", .equals, eventName), self.conditions(conditions), nil, nil)
    add(draft, at: place)
    return .named(name)
  }

  /// The trigger that fires for exactly these events.
  mutating func trigger(
    _ name: String, forEvents eventNames: [String], folder: String?, at place: SourcePlace
  ) -> TriggerName {
    let pattern = "^(\(eventNames.map(RegularExpression.quoted).joined(separator: "|")))$"
    let draft = customEvent(
      name, .init("{{_event}}", .matchesRegularExpression, pattern), [], nil, folder)
    add(draft, at: place)
    return .named(name)
  }

  private func customEvent(
    _ name: String, _ event: TagManager.Condition, _ filter: [TagManager.Condition],
    _ ownNotes: String?, _ folder: String?
  ) -> TriggerDraft {
    TriggerDraft(
      name: name, type: "CUSTOM_EVENT", eventFilter: [event], filter: filter, folder: folder,
      notes: ownNotes)
  }

  private mutating func conditions(
    _ declared: [TagwrightPlan.Condition]
  ) -> [TagManager.Condition] {
    declared.map { condition in
      .init(
        reference(to: condition.source), ConditionType(rawValue: condition.comparison.rawValue),
        condition.value,
        ignoresCase: condition.ignoresCase, isNegated: condition.isNegated)
    }
  }
}

/// Patterns in RE2 syntax.
enum RegularExpression {
  /// A pattern that fits this text alone.
  static func quoted(_ text: String) -> String {
    var pattern = ""
    for character in text {
      if "\\.+*?()|[]{}^$".contains(character) { pattern += "\\" }
      pattern.append(character)
    }
    return pattern
  }
}
