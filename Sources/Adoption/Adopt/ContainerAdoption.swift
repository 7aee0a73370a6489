import Compiler
import Diagnostics
package import TagManager
import TagwrightPlan

extension AdoptedContainer {
  /// Makes declarations of a container.
  ///
  /// - Parameters:
  ///   - version: the container, from any of its forms.
  ///   - publicID: its public id, where its file has no valid one.
  ///   - taken: names that secrets and files do not get.
  ///   - isWanted: which entities become declarations, by kind and name; what they are made from does, too.
  /// - Throws: for a container of apps, and where entities of a kind share a name or have none.
  package init(
    _ version: ContainerVersion, publicID: String = AdoptedContainer.inventedPublicID,
    taken: TakenNames = TakenNames(),
    only isWanted: @escaping (EntityKind, String) -> Bool = { _, _ in true }
  ) throws(AdoptionError) {
    try self.init(
      version, [], publicID: publicID, taken: taken, planName: nil, isAdopted: true, only: isWanted)
  }

  /// Stands in for a public id that nobody has said.
  package static let inventedPublicID = "GTM-ABC1234"

  /// The side that a container runs on, as it says or as its entities show.
  ///
  /// - Throws: for a container of apps.
  package static func side(of version: ContainerVersion) throws(AdoptionError) -> UsageContext {
    try ContainerAdoption.side(of: version)
  }
}

/// Turns the entities of a container into declarations.
struct ContainerAdoption {
  /// A template, the declaration of it, and its text.
  struct AdoptedText {
    let declaration: RawTemplate
    let path: String
    let text: String
  }

  let version: ContainerVersion
  let side: UsageContext
  let templates: [AdoptedText]
  /// The templates, by the types that they make.
  let templatesByType: [String: RawTemplate]
  /// The names of triggers, by their ids.
  let triggerNames: [String: String]
  /// The names of built-in variables that are enabled.
  let builtInNames: Set<String>
  let variableNames: Set<String>
  /// Which entities become declarations, by kind and name.
  let isWanted: (EntityKind, String) -> Bool

  init(
    _ version: ContainerVersion, templateFiles: Set<String> = [],
    isWanted: @escaping (EntityKind, String) -> Bool
  ) throws(AdoptionError) {
    self.version = version
    self.isWanted = isWanted
    side = try Self.side(of: version)
    try Self.checkNames(in: version)
    variableNames = Set(version.variables.map(\.name))
    builtInNames = Set(version.builtInVariables.map { $0.name ?? $0.type.displayName })
    triggerNames = Dictionary(
      version.triggers.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var stems = Set(templateFiles.map { $0.lowercased().replacing(".tpl", with: "") })
    templates = version.customTemplates.map { template in
      let path =
        "\(AdoptedTemplate.folder)/\(FileWords.stem(of: template.name, except: &stems)).tpl"
      return AdoptedText(
        declaration: RawTemplate(
          template.name, path: path, gallery: template.galleryReference.map(GalleryEntry.init)),
        path: path, text: template.templateData)
    }
    var types: [String: RawTemplate] = [:]
    for (entity, template) in zip(version.customTemplates, templates) {
      for type in entity.entityTypes { types[type.text] = template.declaration }
      if let container = version.containerID {
        let type = CustomTemplateType.template(containerID: container, templateID: entity.id)
        types[type.text] = template.declaration
      }
    }
    templatesByType = types
  }

  static func side(of version: ContainerVersion) throws(AdoptionError) -> UsageContext {
    guard let side = version.container?.usageContexts.first else {
      let isServer = !version.clients.isEmpty || version.tags.contains { $0.type.hasPrefix("sgtm") }
      return isServer ? .server : .web
    }
    guard side == .server || side == .web else {
      throw AdoptionError(
        "a container for '\(side.rawValue.lowercased())' cannot become a plan",
        notes: ["plans are for server and web containers"])
    }
    return side
  }

  private static func checkNames(in version: ContainerVersion) throws(AdoptionError) {
    try check(version.tags, "tag")
    try check(version.triggers, "trigger")
    try check(version.variables, "variable")
    try check(version.folders, "folder")
    try check(version.clients, "client")
    try check(version.customTemplates, "template")
    try check(version.transformations, "transformation")
    try check(version.zones, "zone")
  }

  private static func check(
    _ entities: [some NamedEntity], _ kind: String
  ) throws(AdoptionError) {
    var names: Set<String> = []
    for (index, entity) in entities.enumerated() {
      guard !entity.name.allSatisfy(\.isWhitespace) else {
        throw AdoptionError(
          "\(kind) \(index + 1) has no name",
          notes: ["a plan knows entities by their names: give it one in Tag Manager"])
      }
      guard names.insert(entity.name).inserted else {
        throw AdoptionError(
          "two \(kind)s are called '\(entity.name)'",
          notes: [
            "Tag Manager keeps one \(kind) per name: give one of them another in Tag Manager"
          ])
      }
    }
  }
}

// Where entities lie.
extension ContainerAdoption {
  /// A declaration and the id of the folder that it lies in.
  struct Filed {
    let element: ContainerElement
    let folderID: String?

    init(_ kind: ContainerElement.Kind, in folderID: String? = nil) {
      element = ContainerElement(kind: kind)
      self.folderID = folderID
    }
  }

  /// Every declaration: clients, tags, triggers, variables, then what else there is.
  var elements: [Filed] {
    var elements: [Filed] = []
    if let builtIns { elements.append(Filed(.builtIns(builtIns))) }
    for client in version.clients where isWanted(.client, client.name) {
      elements.append(self.client(client))
    }
    for tag in version.tags where isWanted(.tag, tag.name) {
      elements.append(self.tag(tag))
    }
    for trigger in version.triggers where isWanted(.trigger, trigger.name) {
      elements.append(self.trigger(trigger))
    }
    for variable in version.variables where isWanted(.variable, variable.name) {
      elements.append(self.variable(variable))
    }
    for transformation in version.transformations
    where isWanted(.transformation, transformation.name) {
      elements.append(self.transformation(transformation))
    }
    for zone in version.zones where isWanted(.zone, zone.name) {
      elements.append(Filed(.rawZone(self.zone(zone))))
    }
    for settings in version.gtagConfigs where isWanted(.gtagConfig, settings.type) {
      let parameters = parameters(settings.parameters)
      elements.append(
        Filed(
          .rawGoogleTagSettings(RawGoogleTagSettings(type: settings.type, parameters: parameters))))
    }
    elements += members
    for template in wantedTemplates { elements.append(Filed(.rawTemplate(template.declaration))) }
    return elements
  }

  private func transformation(_ transformation: Transformation) -> Filed {
    Filed(
      .rawTransformation(
        RawTransformation(
          transformation.name, type: transformation.type,
          parameters: parameters(transformation.parameters), notes: transformation.notes)),
      in: transformation.parentFolderID)
  }

  /// The templates that are wanted themselves, and those that something wanted is made from.
  var wantedTemplates: [AdoptedText] {
    let types =
      version.tags.filter { isWanted(.tag, $0.name) }.map(\.type)
      + version.variables.filter { isWanted(.variable, $0.name) }.map(\.type)
      + version.clients.filter { isWanted(.client, $0.name) }.map(\.type)
    let used = Set(types.compactMap { templatesByType[$0]?.name })
    return templates.filter {
      isWanted(.customTemplate, $0.declaration.name) || used.contains($0.declaration.name)
    }
  }

  /// The declarations by folder.
  func parts(_ elements: [Filed]) -> [AdoptedPart] {
    var byFolder: [String: [ContainerElement]] = [:]
    var unfiled: [ContainerElement] = []
    for filed in elements {
      guard let id = filed.folderID else {
        unfiled.append(filed.element)
        continue
      }
      byFolder[id, default: []].append(filed.element)
    }
    var parts = [AdoptedPart(folder: nil, elements: unfiled)]
    for folder in version.folders {
      let elements = byFolder.removeValue(forKey: folder.id) ?? []
      let isHere = isWanted(.folder, folder.name)
      guard isHere || !elements.isEmpty else { continue }
      parts.append(
        AdoptedPart(
          folder: .init(name: folder.name, notes: folder.notes, origin: isHere ? .here : .plan),
          elements: elements))
    }
    for (id, elements) in byFolder.sorted(by: { $0.key < $1.key }) {
      parts.append(
        AdoptedPart(
          folder: .init(name: id, notes: nil, origin: .nowhere), elements: elements))
    }
    return parts
  }

  private var builtIns: BuiltIns? {
    let variables = version.builtInVariables.filter {
      isWanted(.builtInVariable, $0.type.displayName)
    }
    guard !variables.isEmpty else { return nil }
    return BuiltIns(
      variables.map { .other($0.type.rawValue, $0.name ?? "") }, at: SourcePlace.none)
  }
}

extension GalleryEntry {
  fileprivate init(_ reference: GalleryReference) {
    self.init(
      owner: reference.owner, repository: reference.repository, sha: reference.version,
      signature: reference.signature, templateID: reference.galleryTemplateID,
      developerID: reference.templateDeveloperID, isModified: reference.isModified,
      host: reference.host)
  }
}
