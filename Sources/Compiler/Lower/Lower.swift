import CustomTemplate
import Diagnostics
import TagManager
import TagwrightPlan

/// Containers in Tag Manager's own terms, and the names that collided on the way.
struct LoweredPlan {
  let containers: [ContainerDraft]
  let collisions: [Diagnostic]
}

/// Turns resolved declarations into Tag Manager's entities.
func lower(_ plan: ResolvedPlan) -> LoweredPlan {
  let builders = plan.serverContainers.map { container in
    var builder = DraftBuilder(container.declaration, planName: plan.name)
    builder.lower(container)
    return builder
  }
  return LoweredPlan(
    containers: builders.map(\.draft), collisions: builders.flatMap(\.collisions))
}

extension DraftBuilder {
  mutating func lower(_ container: ResolvedContainer) {
    for folder in container.folders {
      add(FolderDraft(name: folder.name, notes: notes(folder.notes)), at: folder.place)
    }
    for filed in container.triggers { lower(filed.trigger, folder: filed.folder) }
    for element in container.elements { lower(element, in: container) }
  }

  private mutating func lower(_ element: FiledElement, in container: ResolvedContainer) {
    switch element.kind {
    case .ga4Client(let client): lower(client, folder: element.folder)
    case .ga4Tag(let tag): lower(tag, folder: element.folder, in: container)
    case .rawTag(let tag):
      lower(
        tag.name, .own(tag.type), tag.parameters, tag.settings, folder: element.folder,
        at: tag.place)
    case .templateTag(let tag):
      lower(
        tag.name, templateType(tag.template, in: container), tag.fields, tag.settings,
        folder: element.folder, at: tag.place)
    case .rawTrigger(let trigger): lower(trigger, folder: element.folder)
    case .rawVariable(let variable):
      let draft = VariableDraft(
        name: variable.name, type: .own(variable.type), parameters: parameters(variable.parameters),
        folder: element.folder, notes: notes(variable.notes))
      add(draft, at: variable.place)
    case .templateVariable(let variable):
      let draft = VariableDraft(
        name: variable.name, type: templateType(variable.template, in: container),
        parameters: parameters(variable.fields), folder: element.folder,
        notes: notes(variable.notes))
      add(draft, at: variable.place)
    case .rawClient(let client):
      let draft = ClientDraft(
        name: client.name, type: .own(client.type), parameters: parameters(client.parameters),
        priority: client.priority, folder: element.folder)
      add(draft, at: client.place)
    case .templateClient(let client):
      let draft = ClientDraft(
        name: client.name, type: templateType(client.template, in: container),
        parameters: parameters(client.fields), priority: client.priority, folder: element.folder)
      add(draft, at: client.place)
    case .destination(let destination):
      guard let compiled = destination as? any CompiledDestination else { return }
      compiled.lower(into: &self, folder: element.folder)
    case .trigger, .folder: break
    }
  }

  private mutating func lower(
    _ name: String, _ type: TypeDraft, _ raw: [RawParameter], _ settings: TagSettings,
    folder: String?, at place: SourcePlace
  ) {
    let draft = TagDraft(
      name: name, type: type, parameters: parameters(raw),
      firing: settings.triggers.map(\.triggerName),
      blocking: settings.blockingTriggers.map(\.triggerName), priority: settings.priority,
      isPaused: settings.isPaused, folder: folder, notes: notes(settings.notes))
    add(draft, at: place)
  }

  private mutating func templateType(
    _ file: Template, in container: ResolvedContainer
  ) -> TypeDraft {
    guard let loaded = container.templates[file.resolvedPath] else { return .template(file.path) }
    let name = loaded.template.info.displayName
    add(TemplateDraft(name: name, text: loaded.text, fileName: nil), at: file.place)
    return .template(name)
  }

  private mutating func parameters(_ raw: [RawParameter]) -> [Parameter] {
    raw.map { parameter in
      switch parameter.value {
      case .text(let text): .template(parameter.key, text)
      case .source(let source): .template(parameter.key, reference(to: source))
      case .boolean(let value): .boolean(parameter.key, value)
      case .integer(let value): .integer(parameter.key, value)
      case .secret(let secret):
        .template(parameter.key, reference(to: secret, name: secret.name, folder: nil))
      case .table(let rows): .list(parameter.key, rows.map { .map(parameters($0)) })
      }
    }
  }
}

extension TriggerReference {
  fileprivate var triggerName: TriggerName {
    switch kind {
    case .trigger(let trigger): .named(trigger.name)
    case .named(let name): .named(name)
    case .allEvents: .allEvents
    }
  }
}
