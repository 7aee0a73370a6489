import CustomTemplate
import Diagnostics
import TagwrightPlan

extension Rule {
  /// A template has the fields that it declares.
  static let unknownField = Rule(
    error: "unknown-field",
    "a template has no such field",
    documentation: """
      'fields:' fills in what the template declares; what it does not declare is lost in an import.
      """,
    wrong: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("txt", "Sale"), .text("text", "Sale")],
        firing: [.allEvents()])
      """),
    right: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")],
        firing: [.allEvents()])
      """),
    check: .container { container in
      container.fieldUses.flatMap { use -> [Finding] in
        let names = use.filled.fields.map(\.field.name)
        return use.given.filter { !names.contains($0.key) }.map { parameter in
          Finding(
            "\(use.owner) has no field '\(parameter.key)'", at: parameter.place,
            notes: [Spelling.hint(for: parameter.key, among: names)])
        }
      }
    })
}
