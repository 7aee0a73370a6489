import Diagnostics
import TagManager

extension ContainerRule {
  /// A tag fires on triggers that exist.
  static let danglingTrigger = ContainerRule(
    "dangling-trigger", .error, "something names a trigger that the container does not have",
    documentation: """
      Tags, trigger groups and zones name triggers by id. Tag Manager answers an import with an id that nothing has with
      'Tag references an unknown trigger'; the same for the fixed ids of web containers ('All Pages' and its like) in a
      server container. Add the trigger, or name another.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "firingTriggerId": ["7"]}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "firingTriggerId": ["7"]}],
        "trigger": [{"triggerId": "7", "name": "By GA4", "type": "ALWAYS"}]}
      """
  ) { container in
    let ofTags = container.tags.flatMap { tag, entity in
      (tag.firingTriggerIDs.map { ($0, "fires on") }
        + tag.blockingTriggerIDs.map { ($0, "is blocked by") })
        .compactMap { container.breach(entity, $0.1, trigger: $0.0) }
    }
    let ofZones = zip(container.version.zones, container.all(.zone)).flatMap { zone, entity in
      (zone.boundary?.customEvaluationTriggerIDs ?? [])
        .compactMap { container.breach(entity, "is evaluated on", trigger: $0) }
    }
    let ofParameters = container.entities.flatMap { entity in
      entity.parameters.filter { $0.type == .triggerReference }
        .compactMap { container.breach(entity, "refers to", trigger: $0.value ?? "") }
    }
    return ofTags + ofZones + ofParameters
  }
}

extension CheckedContainer {
  /// The ids above this are Tag Manager's own; not all of them are known.
  private static let leastReservedID = 2_147_479_000

  fileprivate func breach(
    _ entity: CheckedEntity, _ verb: String, trigger id: String
  ) -> ContainerRule.Breach? {
    if has(.trigger, id: id) { return nil }
    if let reserved = ReservedTrigger.withID(id) {
      guard let side, reserved.context != side else { return nil }
      return ContainerRule.Breach(
        entity,
        "\(verb) '\(reserved.name)', which only \(reserved.context.word) containers have",
        mend: "name a trigger of this container")
    }
    if let number = Int(id), number >= Self.leastReservedID { return nil }
    return ContainerRule.Breach(
      entity, "\(verb) the trigger \(id.isEmpty ? "''" : id), which the container does not have",
      mend: "add the trigger, or name another", missing: "trigger \(id)")
  }
}

extension UsageContext {
  /// As people say it.
  var word: String { rawValue.lowercased() }
}
