extension Rule {
  /// A name between double braces holds no braces.
  static let bracesInName = Rule(
    error: "braces-in-name",
    "a variable's name has braces",
    documentation: """
      Tags refer to a variable as '{{Name}}'. A name with braces in it ends too early, and nothing can refer to it.
      """,
    wrong: .container(
      """
      RawVariable("{Shop}", type: "c", parameters: [.text("value", "EU")])
      """),
    right: .container(
      """
      RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
      """),
    check: .lowered { container in
      container.problems.compactMap { problem in
        guard case .braces(let name, let place) = problem else { return nil }
        return Finding(
          "nothing can refer to the variable '\(name)'", at: place,
          mend: "a name between double braces holds no braces itself")
      }
    })
}
