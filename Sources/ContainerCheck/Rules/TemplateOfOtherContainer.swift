import Diagnostics
import TagManager

extension ContainerRule {
  /// A template lies in its own container.
  static let templateOfOtherContainer = ContainerRule(
    "template-of-other-container", .warning, "a template names another container as its own",
    documentation: """
      Tag Manager makes the type of what a template makes from the container's id and the template's, 'cvt_1_9'. Where the
      template's 'containerId' is not the container's, the types lead to no template after an import. Write one id
      everywhere, also in the types.
      """,
    wrong: """
      {"containerId": "1", "customTemplate": [{"containerId": "2", "templateId": "9", "name": "Badge", "templateData":
        "___INFO___\\n\\n{\\"type\\": \\"TAG\\"}\\n\\n\\n___SANDBOXED_JS_FOR_SERVER___\\n\\ndata.gtmOnSuccess();\\n"}]}
      """,
    right: """
      {"containerId": "1", "customTemplate": [{"containerId": "1", "templateId": "9", "name": "Badge", "templateData":
        "___INFO___\\n\\n{\\"type\\": \\"TAG\\"}\\n\\n\\n___SANDBOXED_JS_FOR_SERVER___\\n\\ndata.gtmOnSuccess();\\n"}]}
      """
  ) { container in
    guard let own = container.version.containerID, !own.isEmpty else { return [] }
    return zip(container.version.customTemplates, container.all(.customTemplate)).compactMap {
      template, entity in
      guard let other = template.containerID, !other.isEmpty, other != own,
        template.galleryReference?.galleryTemplateID == nil
      else { return nil }
      return Breach(
        entity, "names the container \(other), and lies in \(own)",
        mend: "write '\(own)' as its 'containerId', and in the types of what it makes")
    }
  }
}
