import TagManager

/// The ids of a container's entities, and entities with ids in place of the names by which a draft knows them.
struct DraftIDs {
  private let numbers: EntityNumbers
  private let containerID: String
  private let externalFolders: [String: String]
  /// The types that templates of the gallery make, by the templates' names.
  private let galleryTypes: [String: String]

  init(_ draft: ContainerDraft, containerID: String) {
    self.containerID = containerID
    externalFolders = draft.externalFolders
    var types: [String: String] = [:]
    for template in draft.templates {
      guard let id = template.gallery?.galleryTemplateID else { continue }
      types[template.name] = CustomTemplateType.gallery(templateID: id).text
    }
    galleryTypes = types
    func keys(_ kind: EntityKey.Kind, _ names: [String]) -> [String] {
      names.map { EntityNumbers.key(kind.rawValue, $0) }
    }
    numbers = EntityNumbers(
      keys: keys(.tag, draft.tags.map(\.name)) + keys(.trigger, draft.triggers.map(\.name))
        + keys(.variable, draft.variables.map(\.name)) + keys(.folder, draft.folders.map(\.name))
        + keys(.template, draft.templates.map(\.name)) + keys(.client, draft.clients.map(\.name))
        + keys(.transformation, draft.transformations.map(\.name))
        + keys(.zone, draft.zones.map(\.zone.name)))
  }

  func id(_ kind: EntityKey.Kind, _ name: String) -> String {
    numbers[EntityNumbers.key(kind.rawValue, name)]
  }

  func folder(_ name: String?) -> String? {
    name.map { externalFolders[$0] ?? id(.folder, $0) }
  }

  func type(_ draft: TypeDraft) -> String {
    switch draft {
    case .own(let type): type
    case .template(let name):
      galleryTypes[name]
        ?? CustomTemplateType.template(containerID: containerID, templateID: id(.template, name))
        .text
    }
  }

  private func trigger(_ name: TriggerName) -> String {
    switch name {
    case .allEvents: ReservedTrigger.allEvents.id
    case .allPages: ReservedTrigger.allPages.id
    case .initialization: ReservedTrigger.initialization.id
    case .id(let id): id
    case .named(let name): id(.trigger, name)
    }
  }

  /// Parameters with ids in place of names, at any depth.
  func numbered(_ parameters: [Parameter]) -> [Parameter] {
    guard parameters.contains(where: \.holdsNames) else { return parameters }
    return parameters.map { parameter in
      var numbered = parameter
      numbered.list = self.numbered(parameter.list)
      numbered.map = self.numbered(parameter.map)
      switch parameter.type {
      case .triggerName:
        numbered.type = .triggerReference
        numbered.value = parameter.value.map { id(.trigger, $0) }
      case .templateName:
        numbered.type = .template
        numbered.value = parameter.value.map { type(.template($0)) }
      default: break
      }
      return numbered
    }
  }
}

// A draft's parameters name what a container's refer to by id.
extension ParameterType {
  /// A trigger by its name.
  static let triggerName = ParameterType(rawValue: "TRIGGER NAME")
  /// The type of what a template makes, by the template's name.
  static let templateName = ParameterType(rawValue: "TEMPLATE NAME")
}

extension Parameter {
  fileprivate var holdsNames: Bool {
    type == .triggerName || type == .templateName || list.contains(where: \.holdsNames)
      || map.contains(where: \.holdsNames)
  }
}

// Entities.
extension DraftIDs {
  func tag(_ tag: TagDraft) -> Tag {
    Tag(
      id: id(.tag, tag.name), name: tag.name, type: type(tag.type),
      parameters: numbered(tag.parameters), firingTriggerIDs: tag.firing.map(trigger),
      blockingTriggerIDs: tag.blocking.map(trigger), liveOnly: tag.isLiveOnly ? true : nil,
      priority: tag.priority, notes: tag.notes.withText,
      scheduleStartMilliseconds: tag.start.map(String.init),
      scheduleEndMilliseconds: tag.end.map(String.init), setupTags: tag.setupTags,
      teardownTags: tag.teardownTags, parentFolderID: folder(tag.folder),
      firingOption: tag.firingOption, paused: tag.isPaused ? true : nil,
      monitoringMetadata: tag.monitoringMetadata,
      monitoringMetadataTagNameKey: tag.monitoringNameKey, consentSettings: tag.consent)
  }

  func trigger(_ draft: TriggerDraft) -> Trigger {
    var trigger = Trigger(
      id: id(.trigger, draft.name), name: draft.name, type: TriggerType(rawValue: draft.type),
      customEventFilters: draft.eventFilter, filters: draft.filter,
      autoEventFilters: draft.autoEventFilter, parameters: numbered(draft.parameters),
      parentFolderID: folder(draft.folder), notes: draft.notes)
    for (member, setting) in draft.settings { trigger[setting: member] = setting }
    return trigger
  }

  func variable(_ variable: VariableDraft) -> Variable {
    Variable(
      id: id(.variable, variable.name), name: variable.name, type: type(variable.type),
      parameters: numbered(variable.parameters), notes: variable.notes.withText,
      scheduleStartMilliseconds: variable.start.map(String.init),
      scheduleEndMilliseconds: variable.end.map(String.init),
      enablingTriggerIDs: variable.enabling.map(trigger),
      disablingTriggerIDs: variable.disabling.map(trigger), parentFolderID: folder(variable.folder),
      format: variable.format)
  }

  func zone(_ draft: ZoneDraft) -> Zone {
    var zone = draft.zone
    zone.id = id(.zone, zone.name)
    if !draft.triggers.isEmpty {
      zone.boundary = zone.boundary ?? ZoneBoundary()
      zone.boundary?.customEvaluationTriggerIDs = draft.triggers.map(trigger)
    }
    return zone
  }
}
