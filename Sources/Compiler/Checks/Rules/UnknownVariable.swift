import Diagnostics

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
      container.unknownNames(of: .variable) { name, known in
        let advice = Diagnostic.Note(
          "declare it: 'RawVariable(\"\(name)\", …)', or 'ExternalVariable(\"\(name)\")' if the container "
            + "that you merge into has it")
        return [Spelling.question(for: name, among: known).map { .init($0) } ?? advice]
      }
    })
}

extension LoweredContainer {
  /// The names of a kind that lead nowhere.
  func unknownNames(
    of kind: EntityKey.Kind,
    _ notes: (String, [String]) -> [Diagnostic.Note] = { [Spelling.hint(for: $0, among: $1)] }
  ) -> [Finding] {
    problems.compactMap { problem in
      guard case .unknown(let key, let place, let known) = problem, key.kind == kind else {
        return nil
      }
      return Finding(
        "there is no \(kind.rawValue) '\(key.name)' in this container", at: place,
        notes: notes(key.name, known))
    }
  }
}
