import Diagnostics
import Parallel
import TagManager

/// An entity as the rules look at it: what is alike in all kinds.
///
/// A class, because every finding hands one on.
final class CheckedEntity: Sendable {
  let kind: EntityKind
  /// Its place among those of its kind.
  let index: Int
  let id: String
  let name: String
  /// The type, where it is a free word: of tags, variables, clients and transformations.
  let type: String?
  let folderID: String?
  /// The lists of settings in which each key stands once.
  let parameterLists: [[Parameter]]
  let conditions: [Condition]
  /// Every parameter at any depth, those of conditions as well.
  let parameters: [Parameter]
  /// The variables that it refers to, each once.
  let variableNames: [String]

  init(
    kind: EntityKind, index: Int, id: String, name: String, type: String? = nil,
    folderID: String? = nil, parameterLists: [[Parameter]] = [], conditions: [Condition] = []
  ) {
    self.kind = kind
    self.index = index
    self.id = id
    self.name = name
    self.type = type
    self.folderID = folderID
    self.parameterLists = parameterLists
    self.conditions = conditions
    var parameters: [Parameter] = []
    for list in parameterLists { parameters.appendWithInnerOnes(list) }
    for condition in conditions { parameters.appendWithInnerOnes(condition.parameters) }
    self.parameters = parameters
    var names: Set<String> = []
    variableNames = parameters.flatMap { VariableReferences.names(in: $0.value ?? "") }
      .filter { names.insert($0).inserted }
  }

  /// `tag 'Purchase'`.
  var subject: String { kind.subject(named: name) }
}

extension EntityKind {
  /// An entity of this kind as sentences call it: `tag 'Purchase'`.
  func subject(named name: String) -> String {
    guard name.isEmpty else { return "\(word) '\(name)'" }
    return self == .containerVersion ? "the container" : "a \(word)"
  }
}

extension [Parameter] {
  /// Adds parameters, each followed by everything inside it.
  fileprivate mutating func appendWithInnerOnes(_ parameters: [Parameter]) {
    for parameter in parameters {
      append(parameter)
      appendWithInnerOnes(parameter.list)
      appendWithInnerOnes(parameter.map)
    }
  }
}

extension ContainerVersion {
  /// Every entity, kind by kind, in the order of ``EntityKind/allCases``.
  var checkedEntities: [CheckedEntity] {
    func checked<Item: Sendable>(
      _ items: [Item], _ make: @Sendable (Int, Item) -> CheckedEntity
    ) -> [CheckedEntity] {
      Array(items.enumerated()).mapConcurrently { make($0.offset, $0.element) }
    }
    let tags = checked(tags) { index, tag in
      CheckedEntity(
        kind: .tag, index: index, id: tag.id, name: tag.name, type: tag.type,
        folderID: tag.parentFolderID,
        parameterLists: [
          tag.parameters,
          [tag.priority, tag.monitoringMetadata, tag.consentSettings?.types].compactMap(\.self),
        ])
    }
    let triggers = checked(triggers) { index, trigger in
      CheckedEntity(
        kind: .trigger, index: index, id: trigger.id, name: trigger.name,
        folderID: trigger.parentFolderID,
        parameterLists: [trigger.parameters, trigger.settings],
        conditions: trigger.customEventFilters + trigger.filters + trigger.autoEventFilters)
    }
    let variables = checked(variables) { index, variable in
      let format = variable.format
      return CheckedEntity(
        kind: .variable, index: index, id: variable.id, name: variable.name, type: variable.type,
        folderID: variable.parentFolderID,
        parameterLists: [
          variable.parameters,
          [
            format?.nullReplacement, format?.undefinedReplacement, format?.trueReplacement,
            format?.falseReplacement,
          ].compactMap(\.self),
        ])
    }
    let clients = checked(clients) { index, client in
      CheckedEntity(
        kind: .client, index: index, id: client.id, name: client.name, type: client.type,
        folderID: client.parentFolderID, parameterLists: [client.parameters])
    }
    let transformations = checked(transformations) { index, one in
      CheckedEntity(
        kind: .transformation, index: index, id: one.id, name: one.name, type: one.type,
        folderID: one.parentFolderID, parameterLists: [one.parameters])
    }
    let zones = checked(zones) { index, zone in
      CheckedEntity(
        kind: .zone, index: index, id: zone.id, name: zone.name,
        conditions: zone.boundary?.conditions ?? [])
    }
    let builtIns = checked(builtInVariables) { index, builtIn in
      CheckedEntity(
        kind: .builtInVariable, index: index, id: "",
        name: builtIn.name ?? builtIn.type.displayName)
    }
    let templates = checked(customTemplates) { index, template in
      CheckedEntity(kind: .customTemplate, index: index, id: template.id, name: template.name)
    }
    let folders = checked(folders) { index, folder in
      CheckedEntity(kind: .folder, index: index, id: folder.id, name: folder.name)
    }
    let settings = checked(gtagConfigs) { index, config in
      CheckedEntity(
        kind: .gtagConfig, index: index, id: config.id, name: config.type,
        parameterLists: [config.parameters])
    }
    return tags + triggers + variables + builtIns + clients + templates + folders
      + transformations + zones + settings
  }
}

extension Trigger {
  /// The settings that have members of their own.
  fileprivate var settings: [Parameter] {
    [
      waitForTags, checkValidation, waitForTagsTimeout, uniqueTriggerID, eventName, interval, limit,
      selector, intervalSeconds, maxTimerLengthSeconds, verticalScrollPercentageList,
      horizontalScrollPercentageList, visibilitySelector, visiblePercentageMin,
      visiblePercentageMax, continuousTimeMinMilliseconds, totalTimeMinMilliseconds,
    ].compactMap(\.self)
  }
}
