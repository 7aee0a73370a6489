import Diagnostics

extension Rule {
  /// A reference needs something to refer to.
  static let unknownVariable = Rule(
    error: "unknown-variable",
    "something refers to a variable that is not there",
    documentation: """
      '.variable("…")' and '{{…}}' in a raw parameter refer to a variable of this container by its name, or to one of Tag
      Manager's built-in variables. What is not there has no value, and Tag Manager refuses the import.
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
    check: .lowered { $0.unknownNames(of: .variable) })
}

extension LoweredContainer {
  /// The names of a kind that lead nowhere.
  func unknownNames(of kind: EntityKey.Kind) -> [Finding] {
    problems.compactMap { problem in
      guard case .unknown(let key, let place, let known) = problem, key.kind == kind else {
        return nil
      }
      return Finding(
        "there is no \(kind.rawValue) '\(key.name)' in this container", at: place,
        notes: [Spelling.hint(for: key.name, among: known)])
    }
  }
}
