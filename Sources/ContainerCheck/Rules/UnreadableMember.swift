import Diagnostics
import TagManager

extension ContainerRule {
  /// Every member is of the kind that Tag Manager gives it.
  static let unreadableMember = ContainerRule(
    "unreadable-member", .error, "a member is missing or of another kind than Tag Manager's",
    documentation: """
      Each member of an export is a text, a truth value, a list or an object, and always the same: ids are texts, also
      where they are numbers ('"tagId": "12"'), a list is one even with a single element ('"firingTriggerId": ["12"]'), and
      settings are a list of objects with 'type', 'key' and 'value'. No export of Tag Manager has anything else.
      """,
    wrong: """
      {"tag": [{"tagId": 1, "name": "GA4", "type": "sgtmgaaw", "firingTriggerId": "3"}],
        "trigger": [{"triggerId": "3", "name": "All", "type": "ALWAYS"}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "firingTriggerId": ["3"]}],
        "trigger": [{"triggerId": "3", "name": "All", "type": "ALWAYS"}]}
      """
  ) { container in
    let mostAreTold = container.misreads.count == ContainerReadError.greatestCount
    return container.misreads.enumerated().map { index, misread in
      let isLast = mostAreTold && index == container.misreads.count - 1
      return Breach(
        misread.entity, "cannot be read at '\(misread.reason.path)': \(misread.reason.message)",
        mend: misread.reason.mend
          + (isLast ? "; what else cannot be read is not listed, after so many" : ""),
        path: misread.reason.path)
    }
  }

  /// The rules that say that something is missing, which may stand where it could not be read.
  static let aboutAbsence = Set(
    [
      conditionWithoutSubject, conditionWithoutValue, emptyTriggerGroup, entityName,
      malformedParameter, missingSetting, repeatedID, triggerWithoutEvent, unknownEntityType,
      unknownWord, unusableTemplate,
    ].map(\.id))

  /// The kinds of which a rule misses one.
  static let missedKinds: [String: Set<EntityKind>] = [
    builtInNotEnabled.id: [.builtInVariable, .variable], danglingClient.id: [.client],
    danglingFolder.id: [.folder], danglingTag.id: [.tag], danglingTemplate.id: [.customTemplate],
    danglingTrigger.id: [.trigger], danglingVariable.id: [.variable, .builtInVariable],
  ]
}
