import TagManager
import TagwrightPlan

extension Rule {
  /// Tag Manager refuses a trigger for everything.
  static let triggerWithoutCondition = Rule(
    error: "trigger-without-condition",
    "a trigger for every event has no condition",
    documentation: """
      Tag Manager has one trigger for all events already: '.allEvents()'. One of your own looks at every event and needs
      a condition that narrows it.
      """,
    wrong: .container(
      """
      Trigger("Everything", on: .anyEvent)
      """),
    right: .container(
      """
      Trigger("Everything of value", on: .anyEvent, where: .eventData("value") > 0)
      """),
    check: .container { container in
      let own = container.triggers.map(\.trigger).filter { trigger in
        if case .any = trigger.match.kind { trigger.conditions.holdAlways } else { false }
      }
      let raw = container.rawTriggers.filter {
        TriggerType(rawValue: $0.type) == .always && $0.conditions.holdAlways
      }
      return (own.map { ($0.name, $0.place) } + raw.map { ($0.name, $0.place) }).map {
        Finding(
          "trigger '\($0)' looks at every event and has no condition", at: $1,
          mend: "add a condition, or let the tag fire on '.allEvents()'")
      }
    })
}
