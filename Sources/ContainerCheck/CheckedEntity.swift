import Diagnostics
import TagManager

/// An entity as the rules look at it: what is alike in all kinds.
struct CheckedEntity: Sendable {
  let kind: EntityKind
  /// Its place among those of its kind.
  let index: Int
  let id: String
  let name: String
  /// The type, where it is a free word: of tags, variables, clients and transformations.
  var type: String?
  var folderID: String?
  /// The lists of settings in which each key stands once.
  var parameterLists: [[Parameter]] = []
  var conditions: [Condition] = []

  /// `tag 'Purchase'`.
  var subject: String { name.isEmpty ? "a \(kind.word)" : "\(kind.word) '\(name)'" }

  /// Every parameter at any depth, those of conditions as well.
  var parameters: [Parameter] {
    (parameterLists.flatMap(\.self) + conditions.flatMap(\.parameters)).flatMap(\.withInnerOnes)
  }

  /// The variables that it refers to, each once.
  var variableNames: [String] {
    var names: Set<String> = []
    return (parameterLists.flatMap(\.self) + conditions.flatMap(\.parameters))
      .flatMap(\.variableNames).filter { names.insert($0).inserted }
  }
}

extension Parameter {
  /// The parameter and everything inside it.
  var withInnerOnes: [Parameter] { [self] + (list + map).flatMap(\.withInnerOnes) }
}

extension ContainerVersion {
  /// Every entity, kind by kind.
  var checkedEntities: [CheckedEntity] {
    func checked<Item>(_ items: [Item], _ make: (Int, Item) -> CheckedEntity) -> [CheckedEntity] {
      items.enumerated().map(make)
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
    return tags + triggers + variables + clients + transformations + zones
      + checked(customTemplates) { index, template in
        CheckedEntity(kind: .customTemplate, index: index, id: template.id, name: template.name)
      }
      + checked(folders) { index, folder in
        CheckedEntity(kind: .folder, index: index, id: folder.id, name: folder.name)
      }
      + checked(builtInVariables) { index, builtIn in
        CheckedEntity(
          kind: .builtInVariable, index: index, id: "",
          name: builtIn.name ?? builtIn.type.displayName)
      }
      + checked(gtagConfigs) { index, config in
        CheckedEntity(
          kind: .gtagConfig, index: index, id: config.id, name: config.type,
          parameterLists: [config.parameters])
      }
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
