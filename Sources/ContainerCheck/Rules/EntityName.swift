import Diagnostics
import TagManager

extension ContainerRule {
  /// Tag Manager finds things by their names.
  static let entityName = ContainerRule(
    "entity-name", .error, "something has no name, or a name that nothing can refer to",
    documentation: """
      Every tag, trigger, variable, client, folder and template has a name that is not empty. A variable's name holds no
      double braces: '{{' and '}}' enclose it in references.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "", "type": "sgtmgaaw"}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw"}]}
      """
  ) { container in
    container.entities.compactMap { entity in
      if entity.name.allSatisfy(\.isWhitespace) {
        return Breach(entity, "has no name", mend: "give it one")
      }
      guard entity.kind == .variable, entity.name.contains("{{") || entity.name.contains("}}")
      else { return nil }
      return Breach(
        entity, "has double braces in its name, so that nothing can refer to it",
        mend: "take the braces out")
    }
  }
}
