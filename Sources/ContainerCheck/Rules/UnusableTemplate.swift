import Diagnostics
import TagManager

extension ContainerRule {
  /// A template comes with its code.
  static let unusableTemplate = ContainerRule(
    "unusable-template", .error, "a custom template has no code or cannot be read",
    documentation: """
      'templateData' is the whole text of the template: its sections from INFO to NOTES, each with its own syntax, and code
      in one of them. Tag Manager answers an import with any other with 'Unable to parse template'. Export the container or
      the template again.
      """,
    wrong: """
      {"customTemplate": [{"templateId": "9", "name": "Badge", "templateData": "___INFO___\\n\\n{}\\n"}]}
      """,
    right: """
      {"customTemplate": [{"templateId": "9", "name": "Badge", "templateData":
        "___INFO___\\n\\n{\\"type\\": \\"TAG\\"}\\n\\n\\n___SANDBOXED_JS_FOR_SERVER___\\n\\ndata.gtmOnSuccess();\\n"}]}
      """
  ) { container in
    zip(container.templates, container.all(.customTemplate)).compactMap { template, entity in
      guard case .unusable(let reason) = template else { return nil }
      return Breach(
        entity, reason, mend: "export the template again, or take what is made from it out")
    }
  }
}
