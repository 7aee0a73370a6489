import CustomTemplate
import Diagnostics
import TagwrightPlan

extension Rule {
  /// Imports have been seen to require what the editor hides.
  static let hiddenField = Rule(
    warning: .hiddenField,
    "hidden fields that the template requires are empty",
    documentation: """
      A template may require a field that Tag Manager's editor shows only under a condition. Imports have been seen to
      require it all the same; many templates are used like this without harm. If an import complains, give it any value.
      """,
    wrong: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale"), .boolean("linked", false)],
        firing: [.allEvents()])
      """),
    right: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale"), .boolean("linked", true), .text("address", "/")],
        firing: [.allEvents()])
      """),
    check: .container { container in
      container.fieldUses.compactMap { use in
        let names = use.filled.fields
          .filter { !$0.isShown && $0.isMissing && $0.given == nil }
          .map { "'\($0.field.name)'" }
        if names.isEmpty { return nil }
        return Finding(
          "'\(use.entity)' leaves hidden fields empty that the template requires", at: use.place,
          notes: [
            .init("they are \(names.joined(separator: ", "))"),
            .init("if an import complains of them, give them any value"),
          ])
      }
    })
}
