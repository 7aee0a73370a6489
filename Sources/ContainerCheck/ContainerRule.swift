package import Diagnostics
import Parallel
package import TagManager

/// Something that Tag Manager refuses in a container, or that leads nowhere in it.
///
/// Holds for any container, whoever made it. Each rule has a file of its own in `Rules/`: the file, the constant and the
/// id have one name.
package struct ContainerRule: Sendable {
  /// Stable, in kebab case, such as `dangling-trigger`.
  package let id: String
  /// An error where Tag Manager refuses the container or a part of it never works.
  package let severity: Diagnostic.Severity
  /// The fault, in one line.
  package let summary: String
  /// The reason and the remedy, in a few sentences; lines are wrapped.
  package let documentation: String
  /// A part of a container's version that has the fault: JSON.
  package let wrong: String
  /// The same part without it.
  package let right: String
  let find: @Sendable (CheckedContainer) -> [Breach]

  /// A finding without the rule's own words.
  struct Breach {
    /// The entity's place in ``CheckedContainer/entities``.
    let entity: CheckedEntity
    /// A description of the fault, to follow the entity's kind and name.
    let predicate: String
    /// Advice on how to mend the fault.
    let mend: String
    /// The missing entity, where several entities can miss the same.
    let missing: String?
    /// The way to the member with the fault from the top of the file, where the rule knows it.
    let path: String?

    init(
      _ entity: CheckedEntity, _ predicate: String, mend: String, missing: String? = nil,
      path: String? = nil
    ) {
      self.entity = entity
      self.predicate = predicate
      self.mend = mend
      self.missing = missing
      self.path = path
    }
  }

  init(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String, documentation: String,
    wrong: String, right: String, find: @escaping @Sendable (CheckedContainer) -> [Breach]
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.documentation = documentation
    self.wrong = wrong
    self.right = right
    self.find = find
  }

  /// Every rule, in the order of their ids.
  package static let all: [ContainerRule] = [
    .blockedByOwnTrigger, .builtInNotEnabled, .circularTags, .circularTriggerGroups,
    .circularVariables, .conditionWithoutSubject, .conditionWithoutValue, .danglingClient,
    .danglingFolder, .danglingTag, .danglingTemplate, .danglingTrigger, .danglingVariable,
    .emptyTriggerGroup, .entityName, .impossibleSchedule, .malformedParameter, .missingSetting,
    .misspeltMember, .repeatedID, .repeatedName, .repeatedParameter, .repeatedTableRow,
    .reservedEventName,
    .severalNeighbourTags, .templateOfOtherContainer, .templateOfOtherKind, .triggerWithoutEvent,
    .typeOfOtherSide, .unclosedReference, .unknownEntityType, .unknownSetting, .unknownWord,
    .unreadableMember,
    .unreadablePattern, .unusableTemplate,
  ]

  /// The rule of an id.
  package static func named(_ id: String) -> ContainerRule? { all.first { $0.id == id } }
}

extension ContainerVersion {
  /// Everything that Tag Manager would refuse in the container and what leads nowhere, in the order of the entities.
  ///
  /// - Parameters:
  ///   - side: where the container runs, if its file does not say.
  ///   - readsTemplates: whether the texts of templates are looked at, which takes the most time.
  package func faults(
    on side: UsageContext? = nil, readsTemplates: Bool = true
  ) -> [ContainerFault] {
    let container = CheckedContainer(self, side: side, readsTemplates: readsTemplates)
    let faults = ContainerRule.all.mapConcurrently { rule in
      rule.find(container).map { ContainerFault($0, of: rule) }
    }.flatMap(\.self).filter { !container.mayBeUnread($0) }
    let places = faults.map { container.place(of: $0) }
    return faults.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { faults[$0] }
  }
}
