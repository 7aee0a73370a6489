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
    var draft = TagDraft(
      name: name, type: type, parameters: parameters,
      firing: triggerNames(settings.triggers), blocking: triggerNames(settings.blockingTriggers),
      priority: settings.priority.map { .integer(nil, $0) }, isPaused: settings.isPaused,
      firingOption: TagFiringOption(rawValue: settings.limit.word),
      consent: ConsentSettings(settings.consent),
      setupTags: settings.setUp.map {
        SetupTag(tagName: $0.name, stopOnSetupFailure: $0.stopsOnFailure)
      },
      teardownTags: settings.tearDown.map {
        TeardownTag(tagName: $0.name, stopTeardownOnFailure: $0.stopsOnFailure)
      },
      start: settings.start, end: settings.end, isLiveOnly: settings.isLiveOnly,
      monitoringNameKey: settings.monitoringNameKey, folder: folder,
      notes: declaredNotes(settings.notes))
    let others = members(settings.others)
    if let priority = others["priority"] { draft.priority = priority }
    if let metadata = others["monitoringMetadata"] { draft.monitoringMetadata = metadata }
    add(draft, at: place)
  }

  mutating func lower(
    variable name: String, _ type: TypeDraft, _ parameters: [Parameter], notes ownNotes: String?,
    folder: String?, at place: SourcePlace
  ) {
    let draft = VariableDraft(
      name: name, type: type, parameters: parameters, folder: folder,
      notes: declaredNotes(ownNotes))
    add(draft, at: place)
  }

  mutating func lower(
    _ variable: RawVariable, folder: String?, in container: ResolvedContainer
  ) {
    let type = lower(variable.type, in: container)
    let settings = variable.settings
    let draft = VariableDraft(
      name: variable.name, type: type, parameters: parameters(variable.parameters), folder: folder,
      notes: declaredNotes(variable.notes), format: format(settings.format), start: settings.start,
      end: settings.end, enabling: triggerNames(settings.enabling),
      disabling: triggerNames(settings.disabling))
    add(draft, at: variable.place)
  }

  mutating func lower(
    client name: String, _ type: TypeDraft, _ parameters: [Parameter], priority: Int,
    notes: String? = nil, folder: String?, at place: SourcePlace
  ) {
    let draft = ClientDraft(
      name: name, type: type, parameters: parameters, priority: priority, folder: folder,
      notes: notes)
    add(draft, at: place)
  }

  mutating func lower(_ zone: RawZone) {
    let conditions = zone.conditions.map { condition($0) }
    let restricts = zone.restricts != nil || !zone.allowedTypes.isEmpty
    let draft = ZoneDraft(
      zone: Zone(
        id: "", name: zone.name, notes: zone.notes,
        childContainers: zone.children.map {
          ZoneChildContainer(publicID: $0.publicID, nickname: $0.nickname)
        },
        boundary: conditions.isEmpty ? nil : ZoneBoundary(conditions: conditions),
        typeRestriction: restricts
          ? ZoneTypeRestriction(enable: zone.restricts, allowedTypeIDs: zone.allowedTypes) : nil),
      triggers: triggerNames(zone.triggers))
    add(draft, at: zone.place)
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
      case .id(let id): added = [.id(id)]
      }
      names += added.filter { !names.contains($0) }
    }
    return names
  }
}

// What is made from templates.
extension DraftBuilder {
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

  /// The type of an entity in Tag Manager's own terms.
  mutating func lower(_ type: RawType, in container: ResolvedContainer) -> TypeDraft {
    switch type {
    case .named(let word): return .own(word)
    case .template(let template):
      lower(template, in: container)
      return .template(template.name)
    }
  }

  /// A template that is taken as it is.
  mutating func lower(_ template: RawTemplate, in container: ResolvedContainer) {
    let text = container.rawTemplates[template.resolvedPath] ?? ""
    share(
      TemplateDraft(
        name: template.name, text: TemplateText(text), fileName: nil,
        gallery: template.gallery.map { GalleryReference($0) }), at: template.place)
  }
}

extension GalleryReference {
  fileprivate init(_ entry: GalleryEntry) {
    self.init(
      host: entry.host, owner: entry.owner, repository: entry.repository, version: entry.sha,
      isModified: entry.isModified, signature: entry.signature,
      templateDeveloperID: entry.developerID, galleryTemplateID: entry.templateID)
  }
}

extension ConsentSettings {
  fileprivate init(_ consent: TagConsent) {
    self.init(
      status: ConsentStatus(rawValue: consent.word),
      types: consent.types.isEmpty ? nil : .list(nil, consent.types.map { .template($0) }))
  }
}
