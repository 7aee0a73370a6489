import Diagnostics
import TagwrightPlan

extension Rule {
  /// Tag Manager refuses a template that it cannot read.
  static let brokenTemplate = Rule(
    error: "broken-template",
    "a template file is broken",
    documentation: """
      A '.tpl' file has sections, each with its own syntax: what is wrong is said with the line of the file. Export the
      template from Tag Manager again, or correct the line.
      """,
    wrong: .container(
      """
      TemplateTag(
        "Badge", template: Template("broken.tpl"), fields: [.text("text", "Sale")],
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
        guard
          case .broken(let message, let place) = container.templateProblems[use.file.resolvedPath]
        else { return nil }
        return Finding(
          "template '\(use.file.path)' is broken: \(message)", at: use.file.place,
          notes: [.init("it is here in the template", at: place)])
      }
    })
}
