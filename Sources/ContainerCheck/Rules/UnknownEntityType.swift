import Diagnostics
import TagManager

extension ContainerRule {
  /// Tag Manager takes the types that it has.
  static let unknownEntityType = ContainerRule(
    "unknown-entity-type", .warning, "a type that is not known to be Tag Manager's",
    documentation: """
      The type of a tag, variable, client or transformation is a word of Tag Manager, such as 'sgtmgaaw', or 'cvt_…' for a
      custom template. Tag Manager answers an import with any other with 'Unknown entity type'. Google adds types now and
      then, so this is a warning: check the spelling.
      """,
    wrong: """
      {"container": {"usageContext": ["SERVER"]},
        "tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaww"}]}
      """,
    right: """
      {"container": {"usageContext": ["SERVER"]},
        "tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw"}]}
      """
  ) { container in
    container.entities.compactMap { entity in
      guard let type = entity.type, !type.hasPrefix("cvt_"),
        !KnownTypes.has(type, kind: entity.kind, in: .server),
        !KnownTypes.has(type, kind: entity.kind, in: .web)
      else { return nil }
      return Breach(
        entity, "has the type '\(type)', which is not known",
        mend: KnownTypes.question(for: type, kind: entity.kind, in: container.side)
          ?? "check the spelling against an export of Tag Manager")
    }
  }
}
