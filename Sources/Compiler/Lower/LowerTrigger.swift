import Diagnostics
import TagManager
import TagwrightPlan

extension DraftBuilder {
  /// A trigger that the plan declares.
  mutating func lower(_ trigger: TagwrightPlan.Trigger, folder: String?) {
    let filter = conditions(trigger.conditions)
    let eventFilter: [TagManager.Condition] =
      switch trigger.match.kind {
      case .named(let name): [event(.equals, name, at: trigger.place)]
      case .matching(let pattern): [event(.matchesRegularExpression, pattern, at: trigger.place)]
      case .any: []
      }
    let draft = TriggerDraft(
      name: trigger.name, type: (eventFilter.isEmpty ? TriggerType.always : .customEvent).rawValue,
      eventFilter: eventFilter, filter: filter, folder: folder, notes: trigger.notes)
    add(draft, at: trigger.place)
  }

  /// A trigger in Tag Manager's own terms; what it says of `_event` is its event filter.
  mutating func lower(_ trigger: RawTrigger, folder: String?) {
    let draft = TriggerDraft(
      name: trigger.name, type: trigger.type,
      eventFilter: trigger.conditions.filter(\.isOnEvent).map { condition($0, "{{_event}}") },
      filter: conditions(trigger.conditions.filter { !$0.isOnEvent }),
      parameters: parameters(trigger.parameters), folder: folder, notes: trigger.notes)
    add(draft, at: trigger.place)
  }

  /// The trigger of a destination's event: the event's own name where nothing else has to hold, so that
  /// destinations share it; the tag's name otherwise.
  mutating func trigger(
    forEvent eventName: String, where conditions: [TagwrightPlan.Condition], tagName: String,
    at place: SourcePlace
  ) -> TriggerName {
    let draft = TriggerDraft(
      name: conditions.isEmpty ? eventName : tagName, type: TriggerType.customEvent.rawValue,
      eventFilter: [event(.equals, eventName, at: place)], filter: self.conditions(conditions),
      folder: nil)
    share(draft, at: place)
    return .named(draft.name)
  }

  /// The trigger that fires for exactly these events.
  mutating func trigger(
    _ name: String, forEvents eventNames: [String], folder: String?, at place: SourcePlace
  ) -> TriggerName {
    let draft = TriggerDraft(
      name: name, type: TriggerType.customEvent.rawValue,
      eventFilter: [
        event(.matchesRegularExpression, Pattern.anyOf(eventNames), at: place)
      ], folder: folder)
    share(draft, at: place)
    return .named(name)
  }

  /// The condition on the event's name that a custom event trigger has exactly once.
  private mutating func event(
    _ type: ConditionType, _ name: String, at place: SourcePlace
  ) -> TagManager.Condition {
    refer(to: name, at: place)
    return TagManager.Condition("{{_event}}", type, name)
  }

  private mutating func conditions(
    _ declared: [TagwrightPlan.Condition]
  ) -> [TagManager.Condition] {
    declared.map { condition($0, reference(to: $0.source)) }
  }

  private mutating func condition(
    _ declared: TagwrightPlan.Condition, _ left: String
  ) -> TagManager.Condition {
    refer(to: declared.value, at: declared.place)
    return TagManager.Condition(
      left, ConditionType(rawValue: declared.comparison.rawValue), declared.value,
      ignoresCase: declared.ignoresCase, isNegated: declared.isNegated)
  }
}

extension TagwrightPlan.Condition {
  /// Whether it compares `{{_event}}`, which only an event filter knows.
  var isOnEvent: Bool {
    if case .variable("_event") = source.kind { true } else { false }
  }
}

/// Patterns in RE2 syntax.
enum Pattern {
  /// A pattern that fits exactly these texts.
  static func anyOf(_ texts: [String]) -> String {
    "^(\(texts.map(quoted).joined(separator: "|")))$"
  }

  /// A pattern that fits this text alone.
  static func quoted(_ text: String) -> String {
    var pattern = ""
    for scalar in text.unicodeScalars {
      if "\\.+*?()|[]{}^$".unicodeScalars.contains(scalar) { pattern += "\\" }
      pattern.unicodeScalars.append(scalar)
    }
    return pattern
  }
}
