import CustomTemplate
import TagManager

extension ContainerDraft {
  /// Numbers that an import replaces by the target container's own.
  private static let accountID = "1234567890"
  private static let containerID = "11111111"
  /// Nothing that is generated holds a time.
  private static let fingerprint = "0000000000000"
  private static let exportTime = "2020-01-01 00:00:00"

  /// The container with ids in place of names.
  var numbered: ContainerExport {
    let numbers = EntityNumbers(keys: keys)
    func id(_ kind: String, _ name: String) -> String {
      numbers[EntityNumbers.key(kind, name)]
    }
    func type(_ draft: TypeDraft) -> String {
      switch draft {
      case .own(let type): type
      case .template(let name):
        CustomTemplateType.template(
          containerID: Self.containerID, templateID: id("template", name)
        ).text
      }
    }
    func trigger(_ name: TriggerName) -> String {
      switch name {
      case .allEvents: ReservedTrigger.allEvents.id
      case .allPages: ReservedTrigger.allPages.id
      case .initialization: ReservedTrigger.initialization.id
      case .named(let name): id("trigger", name)
      }
    }
    func folder(_ name: String?) -> String? { name.map { id("folder", $0) } }

    let version = ContainerVersion(
      containerVersionID: "0", container: container,
      tags: tags.map { tag in
        Tag(
          id: id("tag", tag.name), name: tag.name, type: type(tag.type),
          parameters: tag.parameters, firingTriggerIDs: tag.firing.map(trigger),
          blockingTriggerIDs: tag.blocking.map(trigger),
          priority: tag.priority.map { .integer(nil, $0) }, notes: tag.notes,
          parentFolderID: folder(tag.folder),
          firingOption: tag.firesOncePerPage ? .oncePerLoad : .oncePerEvent,
          paused: tag.isPaused ? true : nil,
          consentSettings: tag.consent)
      },
      triggers: triggers.map { trigger in
        Trigger(
          id: id("trigger", trigger.name), name: trigger.name,
          type: TriggerType(rawValue: trigger.type), customEventFilters: trigger.eventFilter,
          filters: trigger.filter, parameters: trigger.parameters,
          parentFolderID: folder(trigger.folder), notes: trigger.notes)
      },
      variables: variables.map { variable in
        Variable(
          id: id("variable", variable.name), name: variable.name, type: type(variable.type),
          parameters: variable.parameters, notes: variable.notes,
          parentFolderID: folder(variable.folder))
      },
      folders: folders.map { folder in
        Folder(id: id("folder", folder.name), name: folder.name, notes: folder.notes)
      },
      builtInVariables: enabledBuiltIns,
      customTemplates: templates.map { template in
        TemplateEntity(
          id: id("template", template.name), name: template.name, templateData: template.text.text)
      },
      clients: clients.map { client in
        Client(
          id: id("client", client.name), name: client.name, type: type(client.type),
          parameters: client.parameters, priority: client.priority == 0 ? nil : client.priority,
          parentFolderID: folder(client.folder))
      })
    return ContainerExport(
      version: version.placed(
        inAccount: Self.accountID, container: Self.containerID, fingerprint: Self.fingerprint),
      exportTime: Self.exportTime)
  }

  private var keys: [String] {
    tags.map { EntityNumbers.key("tag", $0.name) }
      + triggers.map { EntityNumbers.key("trigger", $0.name) }
      + variables.map { EntityNumbers.key("variable", $0.name) }
      + folders.map { EntityNumbers.key("folder", $0.name) }
      + templates.map { EntityNumbers.key("template", $0.name) }
      + clients.map { EntityNumbers.key("client", $0.name) }
  }

  private var container: Container {
    let isServer = side == .server
    return Container(
      name: name, publicID: publicID, usageContexts: [isServer ? .server : .web],
      features: ContainerFeatures(
        supportsUserPermissions: true, supportsEnvironments: true, supportsWorkspaces: true,
        supportsGtagConfigs: false, supportsBuiltInVariables: true, supportsClients: isServer,
        supportsFolders: true, supportsTags: true, supportsTemplates: true,
        supportsTriggers: true, supportsVariables: true, supportsVersions: true,
        supportsZones: true, supportsTransformations: isServer),
      tagIDs: [publicID])
  }

  /// The built-in variables in Tag Manager's own order.
  private var enabledBuiltIns: [BuiltInVariable] {
    let words = Set(builtIns.map(\.word))
    return BuiltInVariableType.all.filter { words.contains($0.rawValue) }.map {
      BuiltInVariable(type: $0, name: $0.displayName)
    }
  }
}
