import CustomTemplate
import Diagnostics
import TagwrightPlan

/// Replaces references by what they refer to, and reads the template files that the plan names.
func resolve(
  _ plan: Plan, name: String, readFile: (String) -> FileContent
) -> (ResolvedPlan, [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let containers = plan.serverContainers.map { container in
    var resolver = ContainerResolver()
    resolver.file(container.elements, in: nil)
    resolver.collectTriggers()
    resolver.loadTemplates(readFile)
    diagnostics += resolver.diagnostics
    return ResolvedContainer(
      declaration: container, elements: resolver.elements, folders: resolver.folders,
      triggers: resolver.triggers, templates: resolver.templates)
  }
  return (ResolvedPlan(name: name, serverContainers: containers), diagnostics)
}

private struct ContainerResolver {
  var elements: [FiledElement] = []
  var folders: [Folder] = []
  var triggers: [FiledTrigger] = []
  var templates: [String: LoadedTemplate] = [:]
  var diagnostics: [Diagnostic] = []

  mutating func file(_ declared: [ContainerElement], in folder: String?) {
    for element in declared {
      if case .folder(let inner) = element.kind {
        if let folder {
          diagnostics.append(
            Diagnostic(
              .error, rule: "nested-folder",
              "folder '\(inner.name)' stands inside folder '\(folder)'", at: inner.place,
              notes: [.init("Tag Manager's folders hold no folders; move it beside the other")]))
        }
        folders.append(inner)
        file(inner.elements, in: inner.name)
      } else {
        elements.append(FiledElement(kind: element.kind, folder: folder))
      }
    }
  }

  mutating func collectTriggers() {
    for element in elements {
      if case .trigger(let trigger) = element.kind { add(trigger, in: element.folder) }
      for reference in element.triggerReferences {
        if case .trigger(let trigger) = reference.kind { add(trigger, in: element.folder) }
      }
    }
    var known = Set(triggers.map(\.trigger.name))
    for case .rawTrigger(let trigger) in elements.map(\.kind) { known.insert(trigger.name) }
    for reference in elements.flatMap(\.triggerReferences) {
      guard case .named(let name) = reference.kind, !known.contains(name) else { continue }
      diagnostics.append(
        Diagnostic(
          .error, rule: "unknown-trigger", "there is no trigger '\(name)' in this container",
          at: reference.place, notes: [Spelling.hint(for: name, among: known.sorted())]))
    }
  }

  /// One declaration may be referred to often; two declarations of one name are told apart when lowered.
  private mutating func add(_ trigger: TagwrightPlan.Trigger, in folder: String?) {
    let isKnown = triggers.contains {
      $0.trigger.name == trigger.name && $0.trigger.place == trigger.place
    }
    if !isKnown { triggers.append(FiledTrigger(trigger: trigger, folder: folder)) }
  }

  mutating func loadTemplates(_ readFile: (String) -> FileContent) {
    for file in elements.compactMap(\.templateFile) where templates[file.resolvedPath] == nil {
      switch readFile(file.resolvedPath) {
      case .missing(let reason):
        diagnostics.append(
          Diagnostic(
            .error, rule: "unreadable-template",
            "template '\(file.path)' cannot be read: \(reason)",
            at: file.place,
            notes: [.init("the path is relative to the Swift file that names it")]))
      case .bytes(let bytes):
        do {
          var template = try CustomTemplate.read(bytes, file: file.path)
          // A container's own templates have no id of the gallery.
          template.info.id = TemplateInfo.newTemplateID
          templates[file.resolvedPath] = LoadedTemplate(template: template, text: template.text)
        } catch {
          diagnostics.append(
            Diagnostic(
              .error, rule: "unreadable-template", "template '\(file.path)' is broken: \(error)",
              at: file.place))
        }
      }
    }
  }
}

extension FiledElement {
  /// The triggers that a tag refers to.
  var triggerReferences: [TriggerReference] {
    switch kind {
    case .ga4Tag(let tag): tag.triggers
    case .rawTag(let tag): tag.settings.triggers + tag.settings.blockingTriggers
    case .templateTag(let tag): tag.settings.triggers + tag.settings.blockingTriggers
    default: []
    }
  }

  /// The template file that it is made from.
  var templateFile: Template? {
    switch kind {
    case .templateTag(let tag): tag.template
    case .templateVariable(let variable): variable.template
    case .templateClient(let client): client.template
    default: nil
    }
  }
}

extension Template {
  /// The path, relative to the folder of the Swift file that names it.
  var resolvedPath: String {
    guard !path.hasPrefix("/"), let slash = place.file.lastIndex(of: "/") else { return path }
    return place.file[...slash] + path
  }
}
