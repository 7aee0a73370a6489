import TagwrightPlan

extension Rule {
  /// A tag needs its template.
  static let unreadableTemplate = Rule(
    error: "unreadable-template",
    "a template file cannot be read",
    documentation: """
      'Template("badge.tpl")' names a file that was exported from Tag Manager or that a gallery offers, relative to the
      folder of the Swift file that names it.
      """,
    wrong: .container(
      """
      TemplateTag(
        "Badge", template: Template("bagde.tpl"), fields: [.text("text", "Sale")],
        firing: [.allEvents()])
      """),
    right: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")],
        firing: [.allEvents()])
      """),
    check: .container { container in
      container.templateUses.compactMap { use in
        guard case .unreadable(let reason) = container.templateProblems[use.file.resolvedPath]
        else {
          return nil
        }
        return Finding(
          "template '\(use.file.path)' cannot be read: \(reason)", at: use.file.place,
          mend: "the path is relative to the Swift file that names it")
      }
        + container.elements.compactMap { element in
          guard let template = element.rawTemplate,
            case .unreadable(let reason) = container.templateProblems[template.resolvedPath]
          else { return nil }
          return Finding(
            "template '\(template.path)' cannot be read: \(reason)", at: template.place,
            mend: "the path is relative to the Swift file that names it")
        }
    })
}
