import TagwrightPlan

extension Rule {
  /// Folders of Tag Manager hold no folders.
  static let nestedFolder = Rule(
    error: "nested-folder",
    "a folder stands inside a folder",
    documentation: """
      Tag Manager has one level of folders. Put them beside each other.
      """,
    wrong: .container(
      """
      Folder("Advertising") {
        Folder("Checkout") { Trigger("Purchase", on: .event("purchase")) }
      }
      """),
    right: .container(
      """
      Folder("Advertising: checkout") { Trigger("Purchase", on: .event("purchase")) }
      """),
    check: .container { container in nested(container.declaration.elements, in: nil) })
}

private func nested(_ elements: [ContainerElement], in outer: String?) -> [Finding] {
  elements.flatMap { element -> [Finding] in
    guard case .folder(let folder) = element.kind else { return [] }
    let own = outer.map { name in
      Finding(
        "folder '\(folder.name)' stands inside folder '\(name)'", at: folder.place,
        mend: "Tag Manager's folders hold no folders; move it beside the other")
    }
    return [own].compactMap(\.self) + nested(folder.elements, in: folder.name)
  }
}
