import Diagnostics
import TagManager
import TagwrightPlan

/// Tag Manager refuses an all-events trigger without a condition, and a tag without a trigger never fires.
func checkTriggers(_ container: ResolvedContainer) -> [Diagnostic] {
  container.triggers.flatMap { check($0.trigger) }
    + container.elements.flatMap { element -> [Diagnostic] in
      switch element.kind {
      case .rawTrigger(let trigger): check(trigger)
      case .rawTag(let tag): check(tag.name, tag.settings, at: tag.place)
      case .templateTag(let tag): check(tag.name, tag.settings, at: tag.place)
      default: []
      }
    }
}

private func check(_ trigger: TagwrightPlan.Trigger) -> [Diagnostic] {
  var diagnostics = checkConditions(trigger.conditions)
  switch trigger.match.kind {
  case .named(let name): diagnostics += checkEventName(name, at: trigger.place)
  case .matching(""): diagnostics += checkEventName("", at: trigger.place)
  case .matching(let pattern): diagnostics += checkPattern(pattern, at: trigger.place)
  case .any where trigger.conditions.isEmpty:
    diagnostics.append(withoutCondition(trigger.name, at: trigger.place))
  case .any: break
  }
  return diagnostics
}

/// Names are compared exactly, so a space around one keeps a tag from ever firing.
func checkEventName(_ name: String, at place: SourcePlace) -> [Diagnostic] {
  guard name.first?.isWhitespace ?? true || name.last?.isWhitespace ?? true else { return [] }
  return [
    .error(
      "event-name", "'\(name)' is no name of an event", at: place,
      "write the name as it reaches the server container, without spaces around it")
  ]
}

private func check(_ trigger: RawTrigger) -> [Diagnostic] {
  let diagnostics =
    checkConditions(trigger.conditions) + checkKeys(trigger.parameters, of: trigger.name)
  let onEvent = trigger.conditions.filter(\.isOnEvent)
  switch TriggerType(rawValue: trigger.type) {
  case .always where trigger.conditions.isEmpty:
    return diagnostics + [withoutCondition(trigger.name, at: trigger.place)]
  case .customEvent where onEvent.count != 1:
    return diagnostics + [
      .error(
        "event-filter",
        "custom event trigger '\(trigger.name)' has \(onEvent.count) conditions on the event's name",
        at: trigger.place,
        "it has exactly one, such as '.variable(\"_event\") == \"purchase\"'")
    ]
  case .customEvent, .always, .triggerGroup, .serverPageview, .initialization,
    .consentInitialization:
    return diagnostics
  default:
    let known: [TriggerType] = [
      .customEvent, .always, .triggerGroup, .serverPageview, .initialization,
      .consentInitialization,
    ]
    return diagnostics + [
      Diagnostic(
        .error, rule: "unknown-type", "server containers have no trigger of type '\(trigger.type)'",
        at: trigger.place,
        notes: [Spelling.hint(for: trigger.type, among: known.map(\.rawValue))])
    ]
  }
}

private func withoutCondition(_ name: String, at place: SourcePlace) -> Diagnostic {
  .error(
    "trigger-without-condition", "trigger '\(name)' looks at every event and has no condition",
    at: place, "add a condition, or let the tag fire on '.allEvents()'")
}

private func check(
  _ name: String, _ settings: TagSettings, at place: SourcePlace
) -> [Diagnostic] {
  guard settings.triggers.isEmpty else { return [] }
  return [
    .warning(
      "tag-without-trigger", "tag '\(name)' fires on no trigger", at: place,
      "name a trigger in 'firing:'")
  ]
}
