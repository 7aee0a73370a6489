import CustomTemplate
import Diagnostics
import TagManager

extension ContainerRule {
  /// A tag is made from a tag template.
  static let templateOfOtherKind = ContainerRule(
    "template-of-other-kind", .error,
    "a template makes another kind of thing, or is for other containers",
    documentation: """
      A custom template makes tags, variables or clients, for web or for server containers, as its INFO section says. Tag
      Manager refuses a container in which it is used for something else: 'Import failed due to wrong template type'.
      """,
    wrong: """
      {"containerId": "1", "container": {"usageContext": ["SERVER"]},
        "customTemplate": [{"containerId": "1", "templateId": "9", "name": "Badge",
        "templateData": "___INFO___\\n\\n{\\"type\\": \\"TAG\\", \\"displayName\\": \\"Badge\\"}\\n\\n\\n___SANDBOXED_JS_FOR_WEB_TEMPLATE___\\n\\ndata.gtmOnSuccess();\\n"}]}
      """,
    right: """
      {"containerId": "1", "container": {"usageContext": ["SERVER"]},
        "customTemplate": [{"containerId": "1", "templateId": "9", "name": "Badge",
        "templateData": "___INFO___\\n\\n{\\"type\\": \\"TAG\\", \\"displayName\\": \\"Badge\\"}\\n\\n\\n___SANDBOXED_JS_FOR_SERVER___\\n\\ndata.gtmOnSuccess();\\n"}]}
      """
  ) { container in
    let uses = container.entities.compactMap { entity -> Breach? in
      guard let wanted = entity.kind.templateKind, let type = entity.type,
        let place = container.template(ofType: type), place < container.templates.count,
        case .readable(let kind?, _, _) = container.templates[place], kind != wanted
      else { return nil }
      return Breach(
        entity,
        "is made from '\(container.version.customTemplates[place].name)', which makes \(kind.word)s",
        mend: "make it from a template for \(wanted.word)s")
    }
    let foreign = zip(container.templates, container.all(.customTemplate)).compactMap {
      template, entity -> Breach? in
      guard case .readable(_, let side, _) = template, let own = container.side,
        own == .web || own == .server, side.rawValue != own.rawValue
      else { return nil }
      return Breach(
        entity, "has code for \(side.rawValue.lowercased()) containers",
        mend: "take the template's variant for \(own.word) containers")
    }
    return uses + foreign
  }
}

extension EntityKind {
  /// The templates from which entities of this kind can be made.
  fileprivate var templateKind: CustomTemplate.Kind? {
    switch self {
    case .tag: .tag
    case .variable: .variable
    case .client: .client
    default: nil
    }
  }
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
