import TagwrightPlan

extension Rule {
  /// Nothing can be found under an empty name.
  static let emptyName = Rule(
    error: "empty-name",
    "something has no name",
    documentation: """
      Tags, triggers, variables, clients and folders are found by their names, and so are cookies, headers and the keys of
      parameters. An empty name fits nothing.
      """,
    wrong: .container(
      """
      RawVariable("", type: "c", parameters: [.text("value", "EU")])
      """),
    right: .container(
      """
      RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
      """),
    check: .lowered { container in
      let declared = container.resolved.declared
      let entities = container.problems.compactMap { problem -> Finding? in
        guard case .noName(let kind, let place) = problem else { return nil }
        return Finding(
          "a \(kind.rawValue) has no name", at: place,
          mend: "give it one")
      }
      let sources = declared.sources.compactMap { used -> Finding? in
        guard let kind = used.value.source.namelessKind else { return nil }
        return Finding("a \(kind) has no name", at: used.place, mend: "name what is read")
      }
      let keys = declared.parameterLists.flatMap { list in
        list.value.parameters.filter(\.key.isEmpty).map {
          Finding(
            "a parameter of '\(list.value.owner)' has no key", at: $0.place,
            mend: "name the key as container exports do")
        }
      }
      return entities + sources + keys
    })
}

extension Source {
  /// The kind of the source, where its name is empty.
  fileprivate var namelessKind: String? {
    switch kind {
    case .cookie(let name) where name.isBlank: "cookie"
    case .urlParameter(let name) where name.isBlank: "URL parameter"
    case .requestHeader(let name) where name.isBlank: "request header"
    case .queryParameter(let name) where name.isBlank: "query parameter"
    default: nil
    }
  }
}
