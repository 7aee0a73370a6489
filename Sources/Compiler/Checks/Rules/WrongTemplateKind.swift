import CustomTemplate
import TagwrightPlan

extension Rule {
  /// A tag is made from a tag template.
  static let wrongTemplateKind = Rule(
    error: "wrong-template-kind",
    "something is made from a template of another kind",
    documentation: """
      Templates make tags, variables or clients, for web or for server containers; 'TemplateTag', 'TemplateVariable' and
      'TemplateClient' each take their own kind, for servers.
      """,
    wrong: .container(
      """
      TemplateVariable("Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")])
      """),
    right: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")],
        firing: [.allEvents()])
      """),
    check: .container { container in
      container.templateUses.compactMap { use in
        guard let template = container.templates[use.file.resolvedPath]?.template else {
          return nil
        }
        if template.side != .server {
          return Finding(
            "template '\(use.file.path)' is for web containers", at: use.file.place,
            mend: "a server container takes templates whose code is for servers")
        }
        guard template.info.kind != use.kind else { return nil }
        return Finding(
          "'\(use.name)' is made from a template of another kind", at: use.place,
          mend: "'\(use.file.path)' makes a \(template.info.kind?.word ?? "thing of no known kind")"
        )
      }
    })
}

extension CustomTemplate.Kind {
  fileprivate var word: String {
    switch self {
    case .tag: "tag"
    case .variable: "variable"
    case .client: "client"
    }
  }
}
