import Diagnostics
import TagManager
import TagwrightPlan

extension DraftBuilder {
  /// The triggers of one that the plan declares: one for each alternative of its conditions.
  mutating func lower(_ trigger: TagwrightPlan.Trigger, folder: String?) {
    let eventFilter: [TagManager.Condition] =
      switch trigger.match.kind {
      case .named(let name): [event(.equals, name, at: trigger.place)]
      case .matching(let pattern): [event(.matchesRegularExpression, pattern, at: trigger.place)]
      case .any: []
      }
    let type = eventFilter.isEmpty ? TriggerType.always : .customEvent
    let drafts = alternatives(of: trigger.conditions, trigger.name) { builder, name, comparisons in
      TriggerDraft(
        name: name, type: type.rawValue, eventFilter: eventFilter,
        filter: builder.conditions(comparisons), folder: folder, notes: trigger.notes)
    }
    add(drafts, for: trigger.name, at: trigger.place)
  }

  /// A trigger in Tag Manager's own terms; what it says of `_event` is its event filter.
  mutating func lower(_ trigger: RawTrigger, folder: String?) {
    let drafts = alternatives(of: trigger.conditions, trigger.name) { builder, name, comparisons in
      TriggerDraft(
        name: name, type: trigger.type,
        eventFilter: comparisons.filter(\.isOnEvent).map { builder.condition($0, "{{_event}}") }
          + trigger.rawConditions.event.map { builder.condition($0) },
        filter: builder.conditions(comparisons.filter { !$0.isOnEvent })
          + trigger.rawConditions.further.map { builder.condition($0) },
        autoEventFilter: trigger.rawConditions.listening.map { builder.condition($0) },
        parameters: builder.parameters(trigger.parameters),
        settings: builder.members(trigger.settings), folder: folder, notes: trigger.notes)
    }
    add(drafts, for: trigger.name, at: trigger.place)
  }

  /// The triggers of a destination's event: one of the event's own name where nothing else has to hold, so that
  /// destinations share it; else one for each alternative, beginning with the tag's name.
  mutating func triggers(
    forEvent eventName: String, where conditions: [TagwrightPlan.Condition], tagName: String,
    at place: SourcePlace
  ) -> [TriggerName] {
    let eventFilter = [event(.equals, eventName, at: place)]
    let name = conditions.isEmpty ? eventName : tagName
    let drafts = alternatives(of: conditions, name) { builder, name, comparisons in
      TriggerDraft(
        name: name, type: TriggerType.customEvent.rawValue, eventFilter: eventFilter,
        filter: builder.conditions(comparisons), folder: nil)
    }
    for draft in drafts { share(draft, at: place) }
    return drafts.map { .named($0.name) }
  }

  /// A trigger for each alternative of some conditions; a tag fires on any of its triggers.
  mutating func alternatives(
    of conditions: [TagwrightPlan.Condition], _ name: String,
    _ draft: (inout DraftBuilder, String, [Comparison]) -> TriggerDraft
  ) -> [TriggerDraft] {
    conditions.alternatives.enumerated().map { index, comparisons in
      draft(&self, Self.alternative(index, of: name), comparisons)
    }
  }

  /// The name of one of several triggers that stand for the alternatives of some conditions.
  static func alternative(_ index: Int, of name: String) -> String {
    index == 0 ? name : "\(name), alternative \(index + 1)"
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

  private mutating func conditions(_ comparisons: [Comparison]) -> [TagManager.Condition] {
    comparisons.map { condition($0, reference(to: $0.source)) }
  }

  private mutating func condition(
    _ comparison: Comparison, _ left: String
  ) -> TagManager.Condition {
    refer(to: comparison.value, at: comparison.place)
    return TagManager.Condition(comparison, left: left)
  }
}

extension TagManager.Condition {
  /// A comparison of the plan, its source as the container refers to it.
  init(_ comparison: Comparison, left: String) {
    self.init(
      left, ConditionType(rawValue: comparison.operation.rawValue), comparison.value,
      ignoresCase: comparison.ignoresCase, isNegated: comparison.isNegated)
  }
}

extension Comparison {
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
