import TagManager
import TagwrightPlan

extension Rule {
  /// A custom event trigger looks at one name.
  static let eventFilter = Rule(
    error: "event-filter",
    "a custom event trigger without exactly one condition on the event's name",
    documentation: """
      Tag Manager's custom event trigger has one condition on the event's name, and it is kept apart from the others. Where
      it is declared in Tag Manager's own terms, that condition is one on the variable '_event'; 'Trigger(…, on:
      .event("purchase"))' writes it by itself.
      """,
    wrong: .container(
      """
      RawTrigger("Purchase", type: "CUSTOM_EVENT")
      RawTag("Partner", type: "partner", firing: [.named("Purchase")])
      """),
    right: .container(
      """
      RawTrigger("Purchase", type: "CUSTOM_EVENT", where: .variable("_event") == "purchase")
      RawTag("Partner", type: "partner", firing: [.named("Purchase")])
      """),
    check: .container { container in
      container.rawTriggers.compactMap { trigger in
        let counts = trigger.conditions.alternatives.map { $0.count(where: \.isOnEvent) }
        guard TriggerType(rawValue: trigger.type) == .customEvent,
          let count = counts.first(where: { $0 != 1 })
        else { return nil }
        return Finding(
          "custom event trigger '\(trigger.name)' has \(count) conditions on the event's name",
          at: trigger.place,
          mend: "it has exactly one, such as '.variable(\"_event\") == \"purchase\"'")
      }
    })
}
