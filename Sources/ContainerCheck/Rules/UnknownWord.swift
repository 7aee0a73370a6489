import Diagnostics
import TagManager

extension ContainerRule {
  /// An enumeration has the words of the API.
  static let unknownWord = ContainerRule(
    "unknown-word", .error, "a word that is not one of Tag Manager's",
    documentation: """
      Triggers, conditions, settings, built-in variables, firing options and consent settings say what they are with words
      of a fixed list: 'CUSTOM_EVENT', 'EQUALS', 'TEMPLATE'. An export spells them in capitals ('CUSTOM_EVENT'), an answer
      of the API in camel case ('customEvent'). Tag Manager refuses a file with any other.
      """,
    wrong: """
      {"trigger": [{"triggerId": "1", "name": "All", "type": "EVERY"}]}
      """,
    right: """
      {"trigger": [{"triggerId": "1", "name": "All", "type": "ALWAYS"}]}
      """
  ) { container in
    let triggers = container.triggers.flatMap { trigger, entity in
      breaches(entity, [("type", trigger.type.rawValue)], among: TriggerType.all.map(\.rawValue))
    }
    let builtIns = zip(container.version.builtInVariables, container.all(.builtInVariable))
      .flatMap { builtIn, entity in
        breaches(
          entity, [("type", builtIn.type.rawValue)],
          among: BuiltInVariableType.all.map(\.rawValue))
      }
    let tags = container.tags.flatMap { tag, entity in
      breaches(
        entity, [("firing option", tag.firingOption?.rawValue)],
        among: TagFiringOption.all.map(\.rawValue))
        + breaches(
          entity, [("consent status", tag.consentSettings?.status?.rawValue)],
          among: ConsentStatus.all.map(\.rawValue))
    }
    let inside = container.entities.flatMap { entity in
      breaches(
        entity, entity.conditions.map { ("comparison", $0.type.rawValue) },
        among: ConditionType.all.map(\.rawValue))
        + breaches(
          entity,
          entity.parameters.map {
            ($0.key.map { "setting '\($0)' of type" } ?? "setting of type", $0.type.rawValue)
          },
          among: ParameterType.all.map(\.rawValue))
    }
    return triggers + builtIns + tags + inside
  }

  private static func breaches(
    _ entity: CheckedEntity, _ words: [(owner: String, word: String?)], among known: [String]
  ) -> [Breach] {
    words.compactMap { owner, word in
      guard let word, !known.contains(word) else { return nil }
      return Breach(
        entity, "has the \(owner) '\(word)', which Tag Manager does not know",
        mend: Spelling.hint(for: word, among: known).message)
    }
  }
}
