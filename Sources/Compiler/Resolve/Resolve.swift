import CustomTemplate
import Diagnostics
import TagwrightPlan

/// Flattens folders, finds every trigger, and reads the template files that the plan names.
func resolve(
  _ variant: PlanVariant, name: String, readFile: (String) -> FileContent
) -> ResolvedPlan {
  func resolved(_ container: ServerContainer) -> ResolvedContainer {
    var resolver = ContainerResolver()
    resolver.file(container.elements, in: nil)
    resolver.collectTriggers()
    resolver.loadTemplates(readFile)
    resolver.loadRawTemplates(readFile)
    return ResolvedContainer(
      declaration: container, elements: resolver.elements, examples: resolver.examples,
      folders: resolver.folders,
      triggers: resolver.triggers, templates: resolver.templates,
      rawTemplates: resolver.rawTemplates,
      templateProblems: resolver.templateProblems,
      declared: DeclaredValues(
        container, elements: resolver.elements, folders: resolver.folders,
        triggers: resolver.triggers),
      isTest: variant.isTest, adoptedFiles: resolver.adoptedFiles(of: container))
  }
  let containers = variant.plan.serverContainers.map(resolved)
  return ResolvedPlan(
    name: name, environment: variant.environment, serverContainers: containers,
    webContainers: variant.plan.webContainers.map {
      ResolvedWebContainer($0, servers: containers, contents: resolved($0.contents))
    }, rawWebContainers: variant.plan.rawWebContainers.map { resolved($0.contents) })
}

private struct ContainerResolver {
  var elements: [FiledElement] = []
  var examples: [Example] = []
  var folders: [Folder] = []
  var triggers: [FiledTrigger] = []
  var templates: [String: LoadedTemplate] = [:]
  var rawTemplates: [String: String] = [:]
  var templateProblems: [String: TemplateProblem] = [:]

  mutating func file(_ declared: [ContainerElement], in folder: String?) {
    for element in declared {
      if case .folder(let inner) = element.kind {
        if !inner.isAddition { folders.append(inner) }
        file(inner.elements, in: inner.name)
      } else if case .example(let example) = element.kind {
        examples.append(example)
      } else {
        var destination: ResolvedDestination?
        if case .destination(let declared) = element.kind {
          destination = ResolvedDestination(declared)
        }
        elements.append(
          FiledElement(
            kind: element.kind, folder: folder, isAdopted: element.isAdopted,
            destination: destination))
      }
    }
  }

  /// A trigger that the container lists stands in its folder there, wherever tags refer to it; one that is
  /// only referred to stands beside the first tag that does.
  mutating func collectTriggers() {
    struct Declaration: Hashable {
      let name: String
      let place: SourcePlace
    }
    var folders: [Declaration: String?] = [:]
    for case (.trigger(let trigger), let folder) in elements.map({ ($0.kind, $0.folder) }) {
      folders[Declaration(name: trigger.name, place: trigger.place)] = .some(folder)
    }
    for element in elements {
      for trigger in element.triggers {
        let declaration = Declaration(name: trigger.name, place: trigger.place)
        let folder = folders[declaration] ?? element.folder
        folders[declaration] = .some(folder)
        triggers.append(
          FiledTrigger(trigger: trigger, folder: folder, isAdopted: element.isAdopted))
      }
    }
  }

  mutating func loadTemplates(_ readFile: (String) -> FileContent) {
    var visited: Set<String> = []
    for file in elements.compactMap(\.templateFile)
    where visited.insert(file.resolvedPath).inserted {
      switch readFile(file.resolvedPath) {
      case .missing(let reason):
        templateProblems[file.resolvedPath] = .unreadable(reason: reason)
      case .bytes(let bytes):
        do {
          var template = try CustomTemplate.read(bytes, file: file.resolvedPath)
          // A container's own templates have no id of the gallery.
          template.info.id = TemplateInfo.newTemplateID
          templates[file.resolvedPath] = LoadedTemplate(template: template, text: template.text)
        } catch {
          let section = error.section.map { "in ___\($0)___: " } ?? ""
          templateProblems[file.resolvedPath] = .broken(
            message: section + error.message, at: error.place)
        }
      }
    }
  }
}

extension ContainerResolver {
  func adoptedFiles(of container: ServerContainer) -> Set<String> {
    let adopted = elements.filter(\.isAdopted)
    // Of a container that was taken over as a whole, every place counts.
    guard !adopted.isEmpty, !container.isAdopted else { return [] }
    let values = DeclaredValues(container, elements: adopted, folders: [], triggers: [])
    let written = Set(elements.filter { !$0.isAdopted }.map(\.kind.place.file))
    return Set(adopted.map(\.kind.place.file) + values.texts.map(\.place.file))
      .subtracting(written)
  }

  mutating func loadRawTemplates(_ readFile: (String) -> FileContent) {
    for path in elements.compactMap(\.rawTemplate?.resolvedPath) where rawTemplates[path] == nil {
      switch readFile(path) {
      case .missing(let reason): templateProblems[path] = .unreadable(reason: reason)
      case .bytes(let bytes):
        let text = String(decoding: bytes, as: UTF8.self)
        rawTemplates[path] = text
        if text.utf8.count != bytes.count {
          templateProblems[path] = .unreadable(reason: "it is not text in UTF-8")
        }
      }
    }
  }
}

extension FiledElement {
  /// The triggers that it is or that a tag refers to.
  fileprivate var triggers: [TagwrightPlan.Trigger] {
    if case .trigger(let trigger) = kind { return [trigger] }
    return triggerReferences.compactMap {
      if case .trigger(let trigger) = $0.kind { trigger } else { nil }
    }
  }

  var triggerReferences: [TriggerReference] {
    switch kind {
    case .ga4Tag(let tag): tag.triggers
    case .rawTag(let tag): tag.settings.triggers + tag.settings.blockingTriggers
    case .templateTag(let tag): tag.settings.triggers + tag.settings.blockingTriggers
    default: []
    }
  }

  /// The template file that it is made from.
  fileprivate var templateFile: Template? {
    switch kind {
    case .templateTag(let tag): tag.template
    case .templateVariable(let variable): variable.template
    case .templateClient(let client): client.template
    default: nil
    }
  }
}

extension FiledElement {
  /// The template that it is or is made from, of those that are taken as they are.
  var rawTemplate: RawTemplate? {
    let type: RawType? =
      switch kind {
      case .rawTemplate(let template): .template(template)
      case .rawTag(let tag): tag.type
      case .rawVariable(let variable): variable.type
      case .rawClient(let client): client.type
      default: nil
      }
    return if case .template(let template)? = type { template } else { nil }
  }
}

extension Template {
  /// The path, relative to the folder of the Swift file that names it.
  var resolvedPath: String { place.path(of: path) }
}

extension RawTemplate {
  /// The path, relative to the folder of the Swift file that names it.
  var resolvedPath: String { place.path(of: path) }
}

extension SourcePlace {
  /// A path that is relative to the folder of this file.
  fileprivate func path(of path: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }
}
