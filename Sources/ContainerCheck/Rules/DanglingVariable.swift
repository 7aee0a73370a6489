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
    var questions = NameQuestions(about: .variable, of: container)
    // Many entities can miss the same variable.
    var known: [String: (predicate: String, mend: String, missing: String)] = [:]
    func words(_ name: String) -> (predicate: String, mend: String, missing: String) {
      if let words = known[name] { return words }
      let words = (
        predicate: "refers to the variable '\(name)', which the container does not have",
        mend: questions.question(for: name) ?? "add the variable, or take '{{\(name)}}' out",
        missing: "variable '\(name)'"
      )
      known[name] = words
      return words
    }
    return container.unresolvedVariables.filter { $0.builtIn == nil }.map { reference in
      let advice = words(reference.name)
      return Breach(
        reference.entity, advice.predicate, mend: advice.mend, missing: advice.missing)
    }
  }
}
