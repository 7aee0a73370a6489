import Diagnostics
import TagManager

extension ContainerRule {
  /// A reference needs a variable to refer to.
  static let danglingVariable = ContainerRule(
    "dangling-variable", .error, "something refers to a variable that the container does not have",
    documentation: """
      '{{Name}}' in a setting or a condition refers to a variable by its name. Tag Manager refuses to make a version with a
      name that nothing has, and a condition on it never holds. Add the variable, correct the name, or take the reference
      out. A partial export may leave variables out that the target container has: merge it into that one.
      """,
    wrong: """
      {"variable": [{"variableId": "1", "name": "Total", "type": "c",
        "parameter": [{"type": "TEMPLATE", "key": "value", "value": "{{Sum}}"}]}]}
      """,
    right: """
      {"variable": [{"variableId": "1", "name": "Total", "type": "c",
        "parameter": [{"type": "TEMPLATE", "key": "value", "value": "{{Sum}}"}]},
        {"variableId": "2", "name": "Sum", "type": "c",
        "parameter": [{"type": "TEMPLATE", "key": "value", "value": "100"}]}]}
      """
  ) { container in
    let dangling = container.unresolvedVariables.filter { $0.builtIn == nil }
    let known = dangling.isEmpty ? [] : container.names(of: .variable).sorted()
    // Many entities can miss the same variable.
    var advice: [String: (predicate: String, mend: String, missing: String)] = [:]
    return dangling.map { reference in
      let name = reference.name
      let words =
        advice[name] ?? (
          "refers to the variable '\(name)', which the container does not have",
          Spelling.question(for: name, among: known)
            ?? "add the variable, or take '{{\(name)}}' out",
          "variable '\(name)'"
        )
      advice[name] = words
      return Breach(
        reference.entity, words.predicate, mend: words.mend, missing: words.missing)
    }
  }
}
