import Diagnostics
import TagManager

extension ContainerRule {
  /// A trigger group that waits for itself never fires.
  static let circularTriggerGroups = ContainerRule(
    "circular-trigger-groups", .error, "trigger groups wait for each other in a circle",
    documentation: """
      A trigger group fires once every trigger in its list 'triggerIds' has fired. A group that waits for itself, whether
      directly or by way of other groups, never fires. Break the circle at one of them.
      """,
    wrong: """
      {"trigger": [{"triggerId": "1", "name": "Both", "type": "TRIGGER_GROUP",
        "parameter": [{"type": "LIST", "key": "triggerIds", "list": [{"type": "TRIGGER_REFERENCE", "value": "1"}]}]}]}
      """,
    right: """
      {"trigger": [{"triggerId": "1", "name": "Both", "type": "TRIGGER_GROUP",
        "parameter": [{"type": "LIST", "key": "triggerIds", "list": [{"type": "TRIGGER_REFERENCE", "value": "2"}]}]},
        {"triggerId": "2", "name": "All pages", "type": "ALWAYS"}]}
      """
  ) { container in
    let groups = container.triggers.filter { $0.trigger.type == .triggerGroup }
    let names = Dictionary(groups.map { ($0.trigger.id, $0.entity.name) }) { first, _ in first }
    let byName = Dictionary(groups.map { ($0.entity.name, $0) }) { first, _ in first }
    let graph = ReferenceGraph(
      names: groups.map(\.entity.name),
      references: byName.mapValues { group in
        (group.trigger.parameters["triggerIds"]?.list ?? []).compactMap { $0.value }
          .compactMap { names[$0] }
      })
    return graph.circles.compactMap { circle in
      byName[circle.first].map { group in
        Breach(
          group.entity,
          circle.count == 1 ? "waits for itself" : "waits for itself by way of \(circle.way)",
          mend: "take the reference out of the 'triggerIds' of one of them")
      }
    }
  }
}
