import Diagnostics
import TagManager

extension ContainerRule {
  /// The rule that what a template makes comes with the template.
  static let danglingTemplate = ContainerRule(
    "dangling-template", .error,
    "something is made from a template that the container does not have",
    documentation: """
      A type that begins with 'cvt_' names a custom template of the same container: 'cvt_', the container's id and the
      template's, or 'cvt_' and the gallery's id. Tag Manager answers an import without the template with 'Unknown entity
      type'. Export the template with it, and keep the container's id in the type the same as the template's.
      """,
    wrong: """
      {"containerId": "1", "tag": [{"tagId": "2", "name": "Badge", "type": "cvt_1_9"}]}
      """,
    right: """
      {"containerId": "1", "tag": [{"tagId": "2", "name": "GA4", "type": "sgtmgaaw"}]}
      """
  ) { container in
    let own = container.entities.compactMap { entity in
      entity.type.map { (entity, "is made from the template", $0) }
    }
    let inside = container.all(.transformation).flatMap { entity in
      entity.parameters.filter { $0.key == "tagType" }
        .map { (entity, "is about tags of the template", $0.value ?? "") }
    }
    let restricted = zip(container.version.zones, container.all(.zone)).flatMap { zone, entity in
      (zone.typeRestriction?.allowedTypeIDs ?? []).map { (entity, "allows the template", $0) }
    }
    return (own + inside + restricted).compactMap { entity, verb, type in
      guard type.hasPrefix("cvt_"), container.template(ofType: type) == nil else { return nil }
      return Breach(
        entity, "\(verb) '\(type)', which the container does not have",
        mend: "add the template, or correct the ids in the type", missing: "template '\(type)'")
    }
  }
}
