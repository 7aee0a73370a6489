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
    let triggers = container.triggers.compactMap { trigger, entity in
      breach(entity, "type", trigger.type, among: TriggerType.all)
    }
    let builtIns = zip(container.version.builtInVariables, container.all(.builtInVariable))
      .compactMap { builtIn, entity in
        breach(entity, "type", builtIn.type, among: BuiltInVariableType.all)
      }
    let tags = container.tags.flatMap { tag, entity in
      [
        breach(entity, "firing option", tag.firingOption, among: TagFiringOption.all),
        breach(entity, "consent status", tag.consentSettings?.status, among: ConsentStatus.all),
      ].compactMap(\.self)
    }
    let inside = container.entities.flatMap { entity in
      entity.conditions.compactMap {
        breach(entity, "comparison", $0.type, among: ConditionType.all)
      }
        + entity.parameters.compactMap { parameter in
          breach(
            entity, parameter.key.map { "setting '\($0)' of type" } ?? "setting of type",
            parameter.type, among: ParameterType.all)
        }
    }
    let contexts = (container.version.container?.usageContexts ?? []).compactMap {
      breach(container.itself, "usage context", $0, among: UsageContext.all)
    }
    let formats = zip(container.version.variables, container.all(.variable))
      .flatMap { variable, entity in
        [
          breach(
            entity, "conversion of case", variable.format?.caseConversion,
            among: CaseConversion.all),
          breach(
            entity, "conversion to a number", variable.format?.decimalSeparator,
            among: DecimalSeparator.all),
        ].compactMap(\.self)
      }
    return contexts + triggers + builtIns + tags + formats + inside
  }

  private static func breach<Value: Word>(
    _ entity: CheckedEntity, _ owner: @autoclosure () -> String, _ word: Value?,
    among known: [Value]
  ) -> Breach? {
    guard let word, !known.contains(word) else { return nil }
    return Breach(
      entity, "has the \(owner()) '\(word)', which Tag Manager does not know",
      mend: Spelling.hint(for: word.rawValue, among: known.map(\.rawValue)).message)
  }
}
