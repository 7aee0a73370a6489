import Diagnostics
import TagManager

extension ContainerRule {
  /// A condition compares with a text.
  static let conditionWithoutValue = ContainerRule(
    "condition-without-value", .error, "a condition compares with nothing",
    documentation: """
      The second operand of a condition ('arg1') is a text that is not empty: Tag Manager takes no other. To see whether a
      value is there, compare with a pattern: '.+' fits where there is one, '^$' where it is empty.
      """,
    wrong: """
      {"trigger": [{"triggerId": "1", "name": "Thanks", "type": "ALWAYS", "filter": [{"type": "CONTAINS",
        "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{Page}}"}]}]}],
        "variable": [{"variableId": "2", "name": "Page", "type": "ed",
          "parameter": [{"type": "TEMPLATE", "key": "keyPath", "value": "page_path"}]}]}
      """,
    right: """
      {"trigger": [{"triggerId": "1", "name": "Thanks", "type": "ALWAYS", "filter": [{"type": "CONTAINS",
        "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{Page}}"},
          {"type": "TEMPLATE", "key": "arg1", "value": "thanks"}]}]}],
        "variable": [{"variableId": "2", "name": "Page", "type": "ed",
          "parameter": [{"type": "TEMPLATE", "key": "keyPath", "value": "page_path"}]}]}
      """
  ) { container in
    container.entities.flatMap { entity in
      entity.conditions.filter(\.right.isEmpty).map { condition in
        Breach(
          entity, "compares '\(condition.left)' with nothing",
          mend: "write what it is compared with as 'arg1'")
      }
    }
  }
}
