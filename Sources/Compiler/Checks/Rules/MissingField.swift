import CustomTemplate
import TagwrightPlan

extension Rule {
  /// An import fails without a required field.
  static let missingField = Rule(
    error: "missing-field",
    "a required field of a template is empty",
    documentation: """
      A field that the template calls non-empty has to be filled in, or Tag Manager refuses the import.
      """,
    wrong: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("colour", "green")],
        firing: [.allEvents()])
      """),
    right: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")],
        firing: [.allEvents()])
      """),
    check: .container { container in
      container.fieldUses.flatMap { use in
        use.filled.fields.filter { $0.isMissing && $0.isShown }.map { filled in
          Finding(
            "'\(use.entity)' leaves the field '\(filled.field.name)' empty",
            at: filled.given?.place ?? use.place,
            mend: "the template requires it, and an import fails without it")
        }
      }
    })
}
