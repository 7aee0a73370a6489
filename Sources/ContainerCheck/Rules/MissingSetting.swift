import Diagnostics
import TagManager

extension ContainerRule {
  /// Tag Manager does not save a tag or a variable without what it works with.
  static let missingSetting = ContainerRule(
    "missing-setting", .error, "a tag or variable lacks a setting that it cannot work without",
    documentation: """
      Some settings of Tag Manager's own tags and variables are required: the Google tag has an id, a GA4 event tag the name
      of the event, an Event Data variable a path, a Lookup Table an input and rows. Tag Manager answers an empty one with
      'The value must not be empty'. Every real export has them.
      """,
    wrong: """
      {"container": {"usageContext": ["WEB"]}, "tag": [{"tagId": "1", "name": "Google", "type": "googtag"}]}
      """,
    right: """
      {"container": {"usageContext": ["WEB"]},
        "tag": [{"tagId": "1", "name": "Google", "type": "googtag",
          "parameter": [{"type": "TEMPLATE", "key": "tagId", "value": "G-ABC1234567"}]}]}
      """
  ) { container in
    container.entities.flatMap { entity -> [Breach] in
      guard let type = entity.type, let parameters = entity.parameterLists.first,
        container.side.map({ KnownTypes.has(type, kind: entity.kind, in: $0) }) ?? true
      else { return [] }
      return KnownTypes.requiredSettings(of: type, kind: entity.kind).filter { key in
        parameters[key]?.hasContent != true
      }.map { key in
        Breach(
          entity, "has no '\(key)', without which the type '\(type)' does nothing",
          mend: "fill in '\(key)'")
      }
    }
  }
}

extension Parameter {
  /// Whether it has a text that is not blank, or an element.
  fileprivate var hasContent: Bool {
    value?.allSatisfy(\.isWhitespace) == false || !list.isEmpty || !map.isEmpty
  }
}
