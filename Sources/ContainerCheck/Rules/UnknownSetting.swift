import Diagnostics
import TagManager

extension ContainerRule {
  /// What a template makes has the template's fields.
  static let unknownSetting = ContainerRule(
    "unknown-setting", .warning, "something has a setting that its template does not have",
    documentation: """
      The settings of what a custom template makes are the fields of the template. A setting that it does not have is not
      shown in Tag Manager and lost at the next change: its name is misspelt, or the template has changed.
      """,
    wrong: example("txt"), right: example("text")
  ) { container in
    container.entities.flatMap { entity -> [Breach] in
      guard let type = entity.type, let place = container.template(ofType: type),
        place < container.templates.count,
        case .readable(_, _, let fields) = container.templates[place]
      else { return [] }
      let settings = (entity.parameterLists.first ?? []).compactMap(\.key)
      return settings.filter { !fields.contains($0) }.map { key in
        let template = container.version.customTemplates[place].name
        return Breach(
          entity, "has the setting '\(key)', which its template '\(template)' does not have",
          mend: Spelling.question(for: key, among: fields)
            ?? "take the setting out, or update the template")
      }
    }
  }

  private static func example(_ key: String) -> String {
    """
    {"containerId": "1",
      "tag": [{"tagId": "2", "name": "Sale", "type": "cvt_1_9",
        "parameter": [{"type": "TEMPLATE", "key": "\(key)", "value": "Sale"}]}],
      "customTemplate": [{"containerId": "1", "templateId": "9", "name": "Badge", "templateData":
        "___INFO___\\n\\n{\\"type\\": \\"TAG\\"}\\n\\n\\n___TEMPLATE_PARAMETERS___\\n\\n[{\\"type\\": \\"TEXT\\", \\"name\\": \\"text\\"}]\\n\\n\\n___SANDBOXED_JS_FOR_SERVER___\\n\\ndata.gtmOnSuccess();\\n"}]}
    """
  }
}
