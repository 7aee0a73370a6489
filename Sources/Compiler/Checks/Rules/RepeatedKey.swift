import TagwrightPlan

extension Rule {
  /// One key has one value.
  static let repeatedKey = Rule(
    error: "repeated-key",
    "a parameter stands twice in one entity",
    documentation: """
      Parameters are found by their keys. Of two with one key Tag Manager keeps one, and which is not documented.
      """,
    wrong: .container(
      """
      RawVariable("Shop", type: "c", parameters: [.text("value", "EU"), .text("value", "US")])
      """),
    right: .container(
      """
      RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
      """),
    check: .each(\.parameterLists) { list, _ in
      var keys: Set<String> = []
      return list.value.parameters.filter { !keys.insert($0.key).inserted }.map { parameter in
        Finding(
          "'\(list.value.owner)' has '\(parameter.key)' twice", at: parameter.place,
          mend: "leave one of them")
      }
    })
}
