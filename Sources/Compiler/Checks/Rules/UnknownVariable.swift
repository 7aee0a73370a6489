import ContainerCheck
import Diagnostics
import TagwrightPlan

extension Rule {
  /// A reference needs something to refer to.
  static let unknownVariable = Rule(
    error: "unknown-variable",
    "something refers to a variable that is not there",
    documentation: """
      '.variable("…")' and '{{…}}' in a raw parameter refer to a variable of this container by its name, or to one of Tag
      Manager's built-in variables. What is not there has no value, and Tag Manager refuses the import. A variable that
      the live container has and the plan does not make is declared as 'ExternalVariable("JS - ttclid")'.
      """,
    wrong: .container(
      """
      RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
      RawTag(
        "Partner", type: "partner", parameters: [.text("shop", "{{Shpo}}")], firing: [.allEvents()])
      """),
    right: .container(
      """
      RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
      RawTag(
        "Partner", type: "partner", parameters: [.text("shop", "{{Shop}}")], firing: [.allEvents()])
      """),
    check: .lowered { container in
      let draft = container.draft
      let known =
        draft.variables.map(\.name) + draft.externalVariables + BuiltIn.all.map(\.name)
      return container.unknownNames(of: .variable, among: known) { name in
        Diagnostic.Note(
          "declare it: 'RawVariable(\"\(name)\", …)', or 'ExternalVariable(\"\(name)\")' if the container "
            + "that you merge into has it")
      }
    })
}

extension LoweredContainer {
  /// The names of a kind that lead nowhere.
  ///
  /// - Parameter advice: what to do about a name that is near to none of those that there are.
  func unknownNames(
    of kind: EntityKey.Kind, among known: [String], _ advice: (String) -> Diagnostic.Note
  ) -> [Finding] {
    var questions = NameQuestions(among: Set(known))
    return problems.compactMap { problem in
      guard case .unknown(let key, let place) = problem, key.kind == kind else { return nil }
      return Finding(
        "there is no \(kind.rawValue) '\(key.name)' in this container", at: place,
        notes: [questions.question(for: key.name).map { .init($0) } ?? advice(key.name)])
    }
  }
}
