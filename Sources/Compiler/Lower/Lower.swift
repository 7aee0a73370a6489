import CustomTemplate
import Diagnostics
import Parallel
import TagManager
import TagwrightPlan

/// A plan's containers in Tag Manager's own terms.
struct LoweredPlan {
  let containers: [LoweredContainer]
  let webContainers: [LoweredWebContainer]
  /// The web containers that are declared entity by entity.
  let rawWebContainers: [LoweredContainer]

  /// Everything that is declared entity by entity.
  var declaredContainers: [LoweredContainer] {
    containers + rawWebContainers + webContainers.map(\.container)
  }
}

/// A container in Tag Manager's own terms, and what is wrong with its names.
struct LoweredContainer: Sendable {
  /// The container that it was made from.
  let resolved: ResolvedContainer
  let draft: ContainerDraft
  /// The draft with ids in place of names.
  let export: ContainerExport
  let problems: [NameProblem]
  /// The place where each entity was declared.
  let places: [EntityKey: SourcePlace]
}

/// Turns resolved declarations into Tag Manager's entities.
func lower(_ plan: ResolvedPlan) -> LoweredPlan {
  let servers = plan.serverContainers.map { Unlowered(container: $0, side: .server) }
  let webs = plan.webContainers.map { Unlowered(container: $0.contents, side: .web, web: $0) }
  let raw = plan.rawWebContainers.map { Unlowered(container: $0, side: .web) }
  // One does not depend on the other.
  let lowered = (servers + webs + raw).mapConcurrently { $0.lowered(planName: plan.name) }
  return LoweredPlan(
    containers: Array(lowered[..<servers.count]),
    webContainers: zip(plan.webContainers, lowered[servers.count...]).map {
      LoweredWebContainer(resolved: $0, container: $1)
    }, rawWebContainers: Array(lowered[(servers.count + webs.count)...]))
}

/// A container that is to be lowered.
private struct Unlowered: Sendable {
  let container: ResolvedContainer
  let side: CustomTemplate.Side
  /// The browser's half of a server container, where the container is one.
  var web: ResolvedWebContainer?

  func lowered(planName: String) -> LoweredContainer {
    var builder = DraftBuilder(container.declaration, side: side, planName: planName)
    builder.lower(container, beside: web)
    return LoweredContainer(
      resolved: container, draft: builder.draft, export: builder.draft.numbered,
      problems: builder.problems, places: builder.places)
  }
}

extension DraftBuilder {
  /// Declared folders, triggers and variables come first: what the rest leads to may be one of them.
  ///
  /// - Parameter web: the browser's half of a server container, where the elements stand beside one.
  mutating func lower(_ container: ResolvedContainer, beside web: ResolvedWebContainer?) {
    for folder in container.folders {
      isAdopted = folder.isAdopted
      if let id = folder.externalID {
        addFolder(externalID: id, named: folder.name)
      } else {
        add(FolderDraft(name: folder.name, notes: declaredNotes(folder.notes)), at: folder.place)
      }
    }
    for filed in container.triggers {
      isAdopted = filed.isAdopted
      lower(filed.trigger, folder: filed.folder)
    }
    for element in container.elements {
      isAdopted = element.isAdopted
      lowerReferable(element, in: container)
    }
    isAdopted = false
    if let web { lower(web) }
    var destinations: Set<String> = []
    for element in container.elements {
      if case .destination(let destination) = element.kind,
        !destinations.insert(destination.name).inserted
      {
        continue
      }
      isAdopted = element.isAdopted
      lower(element, in: container)
    }
    followReferences()
  }

  private mutating func lowerReferable(_ element: FiledElement, in container: ResolvedContainer) {
    switch element.kind {
    case .rawTrigger(let trigger): lower(trigger, folder: element.folder)
    case .rawVariable(let variable): lower(variable, folder: element.folder, in: container)
    case .variable(let variable): lower(variable, folder: element.folder)
    case .builtIns(let builtIns): for builtIn in builtIns.variables { enable(builtIn) }
    case .rawTemplate(let template): lower(template, in: container)
    case .externalVariable(let variable): add(variable)
    case .templateVariable(let variable):
      let (type, parameters) = lower(variable.template, variable.fields, in: container)
      lower(
        variable: variable.name, type, parameters, notes: variable.notes, folder: element.folder,
        at: variable.place)
    default: break
    }
  }

  private mutating func lower(_ element: FiledElement, in container: ResolvedContainer) {
    switch element.kind {
    case .ga4Client(let client): lower(client, folder: element.folder)
    case .ga4Tag(let tag): lower(tag, folder: element.folder, in: container)
    case .rawTag(let tag):
      let type = lower(tag.type, in: container)
      lower(
        tag: tag.name, type, parameters(tag.parameters), tag.settings, folder: element.folder,
        at: tag.place)
    case .templateTag(let tag):
      let (type, parameters) = lower(tag.template, tag.fields, in: container)
      lower(tag: tag.name, type, parameters, tag.settings, folder: element.folder, at: tag.place)
    case .rawClient(let client):
      let type = lower(client.type, in: container)
      lower(
        client: client.name, type, parameters(client.parameters), priority: client.priority,
        notes: client.notes, folder: element.folder, at: client.place)
    case .rawTransformation(let transformation):
      add(
        TransformationDraft(
          name: transformation.name, type: transformation.type,
          parameters: parameters(transformation.parameters), folder: element.folder,
          notes: transformation.notes), at: transformation.place)
    case .rawZone(let zone): lower(zone)
    case .rawMember(let member): lower(member)
    case .rawGoogleTagSettings(let settings):
      add(
        GoogleTagSettingsDraft(type: settings.type, parameters: parameters(settings.parameters)))
    case .templateClient(let client):
      let (type, parameters) = lower(client.template, client.fields, in: container)
      lower(
        client: client.name, type, parameters, priority: client.priority, folder: element.folder,
        at: client.place)
    case .destination: element.destination?.lower(into: &self, folder: element.folder)
    case .rawTrigger, .rawVariable, .variable, .builtIns, .rawTemplate, .externalVariable,
      .templateVariable, .trigger, .folder, .example:
      break
    }
  }
}
