import Diagnostics
import TagwrightPlan

/// Tag Manager refuses an all-events trigger without a condition, and a tag without a trigger never fires.
func checkTriggers(_ container: ResolvedContainer) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  for trigger in container.triggers.map(\.trigger) {
    if case .any = trigger.match.kind, trigger.conditions.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, rule: "trigger-without-condition",
          "trigger '\(trigger.name)' looks at every event and has no condition", at: trigger.place,
          notes: [.init("add a condition, or let the tag fire on '.allEvents()'")]))
    }
  }
  for element in container.elements {
    let (name, settings, place): (String, TagSettings, SourcePlace)
    switch element.kind {
    case .rawTag(let tag): (name, settings, place) = (tag.name, tag.settings, tag.place)
    case .templateTag(let tag): (name, settings, place) = (tag.name, tag.settings, tag.place)
    default: continue
    }
    if settings.triggers.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, rule: "tag-without-trigger", "tag '\(name)' fires on no trigger", at: place,
          notes: [.init("name a trigger in 'firing:'")]))
    }
  }
  return diagnostics
}
