import CustomTemplate
import Diagnostics
import TagManager
import TagwrightPlan

// What the plan declares in Tag Manager's own terms, or from a template file.
extension DraftBuilder {
  mutating func lower(
    tag name: String, _ type: TypeDraft, _ parameters: [Parameter], _ settings: TagSettings,
    folder: String?, at place: SourcePlace
  ) {
    let draft = TagDraft(
      name: name, type: type, parameters: parameters,
      firing: triggerNames(settings.triggers), blocking: triggerNames(settings.blockingTriggers),
      priority: settings.priority, isPaused: settings.isPaused, folder: folder,
      notes: notes(settings.notes))
    add(draft, at: place)
  }

  mutating func lower(
    variable name: String, _ type: TypeDraft, _ parameters: [Parameter], notes ownNotes: String?,
    folder: String?, at place: SourcePlace
  ) {
    let draft = VariableDraft(
      name: name, type: type, parameters: parameters, folder: folder, notes: notes(ownNotes))
    add(draft, at: place)
  }

  mutating func lower(
    client name: String, _ type: TypeDraft, _ parameters: [Parameter], priority: Int,
    folder: String?, at place: SourcePlace
  ) {
    let draft = ClientDraft(
      name: name, type: type, parameters: parameters, priority: priority, folder: folder)
    add(draft, at: place)
  }

  /// The triggers that a tag refers to, each once.
  mutating func triggerNames(_ references: [TriggerReference]) -> [TriggerName] {
    var names: [TriggerName] = []
    for reference in references {
      let added: [TriggerName]
      switch reference.kind {
      case .trigger(let trigger): added = triggers(named: trigger.name)
      case .named(let text):
        added = triggers(named: text)
        refer(toTrigger: text, at: reference.place)
      case .allEvents: added = [.allEvents]
      }
      names += added.filter { !names.contains($0) }
    }
    return names
  }

  /// The template of a file and the parameters of an entity that is made from it.
  mutating func lower(
    _ file: Template, _ fields: [RawParameter], in container: ResolvedContainer
  ) -> (TypeDraft, [Parameter]) {
    guard let loaded = container.templates[file.resolvedPath] else {
      return (.template(file.path), [])
    }
    let name = loaded.template.info.displayName
    share(TemplateDraft(name: name, text: TemplateText(loaded.text), fileName: nil), at: file.place)
    return (
      .template(name), parameters(FilledFields(loaded.template.fields, given: fields))
    )
  }

  /// Raw parameters, each in the type in which it was written.
  mutating func parameters(_ raw: [RawParameter]) -> [Parameter] {
    raw.map { parameter in
      switch parameter.value {
      case .text(let text):
        refer(to: text, at: parameter.place)
        return .template(parameter.key, text)
      case .source(let source): return .template(parameter.key, reference(to: source))
      case .boolean(let value): return .boolean(parameter.key, value)
      case .integer(let value): return .integer(parameter.key, value)
      case .secret(let secret):
        return .template(parameter.key, reference(to: secret, name: secret.name, folder: nil))
      case .table(let rows): return .list(parameter.key, rows.map { .map(parameters($0)) })
      }
    }
  }
}
