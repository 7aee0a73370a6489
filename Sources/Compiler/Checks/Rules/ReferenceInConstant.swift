import TagwrightPlan

extension Rule {
  /// A constant is a text, not a reference.
  static let referenceInConstant = Rule(
    error: "reference-in-constant",
    "a constant would be read as a reference to a variable",
    documentation: """
      Tag Manager reads '{{…}}' in any field as the value of a variable. '.constant' and the rows of a table are texts that
      never change; a variable is '.variable("Name")'.
      """,
    wrong: .events(
      """
      On("search", send: .search(query: .constant("{{Search Term}}")))
      """),
    right: .events(
      """
      On("search", send: .search(query: .eventData("search_term")))
      """),
    check: .each(\.sources) { used, _ in
      if case .constant(let text) = used.value.source.kind {
        guard text.contains("{{") else { return [] }
        return [
          Finding(
            "constant '\(text)' would be read as a variable reference", at: used.place,
            mend: "use '.variable(\"…\")' to refer to a variable")
        ]
      }
      guard let table = used.value.source.table else { return [] }
      let texts =
        table.rows.flatMap { [$0.input, $0.output] } + [table.fallback].compactMap(\.self)
      return texts.filter { $0.contains("{{") }.map { text in
        Finding(
          "'\(text)' in table '\(table.name)' would be read as a variable reference",
          at: used.place, mend: "declare a RawVariable to refer to variables inside a table")
      }
    })
}
