import Diagnostics
import TagManager

extension ContainerRule {
  /// A custom event trigger looks at one name.
  static let triggerWithoutEvent = ContainerRule(
    "trigger-without-event", .error,
    "a custom event trigger without exactly one condition on the event's name",
    documentation: """
      Tag Manager's custom event trigger has exactly one condition on the event's name, on '{{_event}}', apart from the
      others, in 'customEventFilter'. Without it the trigger would fire on every event; Tag Manager refuses it.
      """,
    wrong: """
      {"trigger": [{"triggerId": "1", "name": "Purchase", "type": "CUSTOM_EVENT"}]}
      """,
    right: """
      {"trigger": [{"triggerId": "1", "name": "Purchase", "type": "CUSTOM_EVENT",
        "customEventFilter": [{"type": "EQUALS",
          "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{_event}}"},
            {"type": "TEMPLATE", "key": "arg1", "value": "purchase"}]}]}]}
      """
  ) { container in
    container.triggers.compactMap { trigger, entity in
      let filters = trigger.customEventFilters
      guard trigger.type == .customEvent,
        filters.count != 1 || !filters[0].left.isEmpty && filters[0].left != "{{_event}}"
      else { return nil }
      return Breach(
        entity,
        filters.count == 1
          ? "compares '\(filters[0].left)' instead of the event's name"
          : "has \(filters.count) conditions on the event's name",
        mend: "write one condition on '{{_event}}' in 'customEventFilter'")
    }
  }
}
