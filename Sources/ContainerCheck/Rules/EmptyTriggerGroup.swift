import Diagnostics
import TagManager

extension ContainerRule {
  /// A trigger group waits for triggers.
  static let emptyTriggerGroup = ContainerRule(
    "empty-trigger-group", .error, "a trigger group has no triggers",
    documentation: """
      A trigger group fires once every trigger in its list 'triggerIds' has fired. Without any it never fires, and Tag Manager
      refuses it.
      """,
    wrong: """
      {"trigger": [{"triggerId": "1", "name": "Both", "type": "TRIGGER_GROUP"}]}
      """,
    right: """
      {"trigger": [{"triggerId": "1", "name": "Both", "type": "TRIGGER_GROUP",
        "parameter": [{"type": "LIST", "key": "triggerIds", "list": [{"type": "TRIGGER_REFERENCE", "value": "2"}]}]},
        {"triggerId": "2", "name": "All pages", "type": "ALWAYS"}]}
      """
  ) { container in
    container.triggers.compactMap { trigger, entity in
      guard trigger.type == .triggerGroup, trigger.parameters["triggerIds"]?.list.isEmpty != false
      else { return nil }
      return Breach(
        entity, "is a group without triggers",
        mend: "name the triggers that it waits for in 'triggerIds'")
    }
  }
}
