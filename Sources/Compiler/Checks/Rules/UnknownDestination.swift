import TagwrightPlan

extension Rule {
  /// Only what has a compiler can be compiled.
  static let unknownDestination = Rule(
    error: "unknown-destination",
    "a destination that Tagwright has no compiler for",
    documentation: """
      A destination consists of what a plan says and of what makes tags and templates of it; a type of your own has only
      the first half. Use 'TemplateTag' for a tag of a template file, or 'RawTag' for a type that Tag Manager knows.
      """,
    wrong: .container(
      """
      Elsewhere()
      """),
    right: .container(
      """
      RawTag("Elsewhere", type: "elsewhere", firing: [.allEvents()])
      """),
    check: .container { container in
      container.elements.compactMap { element in
        guard case .destination(let destination) = element.kind, element.destination == nil else {
          return nil
        }
        return Finding(
          "destination '\(destination.name)' cannot be compiled", at: destination.place,
          mend: "use one that Tagwright has: \(names)")
      }
    })
}

/// The destinations that there are.
private var names: String { compiledDestinations.map { $0.profile.name }.joined(separator: ", ") }
