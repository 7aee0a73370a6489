import Diagnostics
import TagManager

extension ContainerRule {
  /// Web and server containers have types of their own.
  static let typeOfOtherSide = ContainerRule(
    "type-of-other-side", .error, "a type that only the other kind of container has",
    documentation: """
      Web and server containers have tags, triggers and variables of their own: a GA4 tag is 'gaawe' in one and 'sgtmgaaw'
      in the other, and clients exist in server containers only. Tag Manager refuses a container with a type of the other.
      """,
    wrong: """
      {"container": {"usageContext": ["SERVER"]},
        "tag": [{"tagId": "1", "name": "GA4", "type": "gaawe"}]}
      """,
    right: """
      {"container": {"usageContext": ["SERVER"]},
        "tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw"}]}
      """
  ) { container in
    guard let side = container.side, side == .web || side == .server else { return [] }
    let other: UsageContext = side == .web ? .server : .web
    let types = container.entities.compactMap { entity -> Breach? in
      guard let type = entity.type,
        !KnownTypes.has(type, kind: entity.kind, in: side),
        KnownTypes.has(type, kind: entity.kind, in: other)
      else { return nil }
      return breach(entity, type, other)
    }
    let triggers = container.triggers.compactMap { trigger, entity -> Breach? in
      guard !KnownTypes.triggers(in: side).contains(trigger.type),
        KnownTypes.triggers(in: other).contains(trigger.type)
      else { return nil }
      return breach(entity, trigger.type.rawValue, other)
    }
    return types + triggers
  }

  private static func breach(
    _ entity: CheckedEntity, _ type: String, _ other: UsageContext
  ) -> Breach {
    Breach(
      entity, "has the type '\(type)', which only \(other.word) containers have",
      mend: "use the type of this kind of container, or take it out")
  }
}
