import Diagnostics
import TagManager

extension ContainerRule {
  /// A condition compares a variable.
  static let conditionWithoutSubject = ContainerRule(
    "condition-without-subject", .error, "a condition names no variable",
    documentation: """
      The first operand of a condition ('arg0') is a reference to one variable, such as '{{Event Name}}'. Without it there
      is nothing to compare, and Tag Manager refuses the trigger.
      """,
    wrong: """
      {"trigger": [{"triggerId": "1", "name": "Thanks", "type": "ALWAYS", "filter": [{"type": "CONTAINS",
        "parameter": [{"type": "TEMPLATE", "key": "arg1", "value": "thanks"}]}]}]}
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
      entity.conditions.filter { !$0.left.isOneReference }.map { condition in
        Breach(
          entity,
          condition.left.isEmpty
            ? "has a condition that names no variable"
            : "has a condition on '\(condition.left)', which is not a variable",
          mend: "let 'arg0' refer to one variable, such as '{{Event Name}}'")
      }
    }
  }
}

extension String {
  /// Whether the text is a reference to one variable and nothing else.
  fileprivate var isOneReference: Bool {
    let names = VariableReferences.places(in: self)
    return names.count == 1 && VariableReferences.range(names[0]) == startIndex..<endIndex
  }
}
