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
    let ids = DraftIDs(self, containerID: Self.containerID)
    var version = ContainerVersion(
      containerVersionID: "0", container: container,
      tags: tags.map { ids.tag($0) },
      triggers: triggers.map { ids.trigger($0) },
      variables: variables.map { ids.variable($0) },
      folders: folders.map { folder in
        Folder(
          id: ids.id(.folder, folder.name), name: folder.name, notes: folder.notes?.withText)
      },
      builtInVariables: enabledBuiltIns,
      zones: zones.map { ids.zone($0) },
      customTemplates: templates.map { template in
        TemplateEntity(
          id: ids.id(.template, template.name), name: template.name,
          templateData: template.text.text, galleryReference: template.gallery)
      },
      clients: clients.map { client in
        Client(
          id: ids.id(.client, client.name), name: client.name, type: ids.type(client.type),
          parameters: ids.numbered(client.parameters),
          priority: client.priority == 0 ? nil : client.priority,
          parentFolderID: ids.folder(client.folder), notes: client.notes)
      },
      gtagConfigs: googleTagSettings.enumerated().map { index, settings in
        GtagConfig(
          id: String(index + 1), type: settings.type,
          parameters: ids.numbered(settings.parameters))
      },
      transformations: transformations.map { transformation in
        Transformation(
          id: ids.id(.transformation, transformation.name), name: transformation.name,
          type: transformation.type, parameters: ids.numbered(transformation.parameters),
          parentFolderID: ids.folder(transformation.folder), notes: transformation.notes)
      })
    version.add(members)
    return ContainerExport(
      version: version.placed(
        inAccount: Self.accountID, container: Self.containerID, fingerprint: Self.fingerprint),
      exportTime: Self.exportTime)
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

  /// The built-in variables in Tag Manager's own order, then those that it is not known to have.
  private var enabledBuiltIns: [BuiltInVariable] {
    var names: [String: String] = [:]
    for builtIn in builtIns.sorted(by: { $0.name < $1.name }) { names[builtIn.word] = builtIn.name }
    let known = BuiltInVariableType.all.filter { names[$0.rawValue] != nil }
    let others = Set(names.keys).subtracting(known.map(\.rawValue)).sorted()
    return (known + others.map { BuiltInVariableType(rawValue: $0) }).map {
      BuiltInVariable(type: $0, name: names[$0.rawValue]?.withText)
    }
  }
}

extension String {
  /// The text; `nil` where it is empty.
  var withText: String? { isEmpty ? nil : self }
}
