import Diagnostics
import TagManager
import TagwrightPlan

extension ResolvedDestination {
  /// Adds the destination's entities to a container.
  func lower(into builder: inout DraftBuilder, folder: String?) {
    let folder = folder ?? ownFolder(&builder)
    let shared = sharedParameters(&builder, folder)
    var templates = TagTemplates(self, notes: builder.notes())
    switch declaration.layout {
    case .tagPerEvent:
      var eventNames: Set<String> = []
      var tagNames: Set<String> = []
      for event in events where tagNames.insert(event.tagName).inserted {
        let isFirst = eventNames.insert(event.eventName).inserted
        let (template, text) = templates.template(for: event)
        let firing = builder.triggers(
          forEvent: event.eventName, where: event.mapping.conditions, tagName: event.tagName,
          at: event.place)
        add(
          template, text, named: event.tagName, fileName: fileName(event, isFirst),
          firing: firing, notes: builder.notes(event.mapping.notes, on: event.purpose), shared,
          folder, at: event.place,
          to: &builder)
      }
    case .lookupTable:
      guard !events.isEmpty else { return }
      let (template, text) = templates.template(named: sharedTagName)
      add(
        template, text, named: sharedTagName, fileName: fileName("events"),
        firing: triggers(&builder, folder),
        notes: builder.notes(on: events.map(\.purpose).joined(separator: "\n")), shared, folder,
        at: place, to: &builder)
    }
  }

  private func ownFolder(_ builder: inout DraftBuilder) -> String {
    builder.add(FolderDraft(name: name, notes: builder.notes(on: folderPurpose)), at: place)
    return name
  }

  /// The purpose of the destination's folder, for its notes.
  var folderPurpose: String { "Tags and variables that send events to \(name)." }

  /// What every tag refers to: the account and the secrets.
  private func sharedParameters(
    _ builder: inout DraftBuilder, _ folder: String
  ) -> [Parameter] {
    let account = zip(profile.account, declaration.account).filter(\.0.isSent)
    var parameters = account.map { field, value in
      let variable = VariableDraft(
        name: "\(name) \(field.variable)", type: .own("c"),
        parameters: [.template("value", value)], folder: folder,
        notes: builder.notes(on: profile.accountPurpose))
      builder.add(variable, at: place)
      return Parameter.template(field.field, "{{\(variable.name)}}")
    }
    parameters.append(
      .template(
        "access_token",
        builder.reference(
          to: declaration.accessToken, name: "\(name) Access Token", folder: folder)))
    for secret in secrets {
      parameters.append(
        .template(
          secret.member,
          builder.reference(
            to: secret.secret, name: "\(name) \(secret.variable)", folder: folder)))
    }
    return parameters
  }

  /// One trigger for all names without conditions, and those of each event with conditions.
  private func triggers(_ builder: inout DraftBuilder, _ folder: String) -> [TriggerName] {
    let unconditional = events.filter(\.mapping.conditions.isEmpty).map(\.eventName)
    var triggers: [TriggerName] = []
    if !unconditional.isEmpty {
      triggers.append(
        builder.trigger(
          "\(name) events", forEvents: unconditional, folder: folder, at: place))
    }
    for event in events where !event.mapping.conditions.isEmpty {
      triggers += builder.triggers(
        forEvent: event.eventName, where: event.mapping.conditions, tagName: event.tagName,
        at: event.place)
    }
    return triggers
  }

  private func add(
    _ template: TagTemplate, _ text: TemplateText, named tagName: String, fileName: String,
    firing: [TriggerName], notes: String, _ shared: [Parameter], _ folder: String,
    at place: SourcePlace, to builder: inout DraftBuilder
  ) {
    builder.share(TemplateDraft(name: tagName, text: text, fileName: fileName), at: place)
    var parameters: [Parameter] = []
    if let lookup = template.eventLookup {
      parameters.append(.template("event", builder.reference(to: lookup)))
    }
    parameters += shared
    for field in template.fields {
      parameters.append(.template(field.name, builder.reference(to: field.source)))
    }
    let tag = TagDraft(
      name: tagName, type: .template(tagName), parameters: parameters, firing: firing,
      folder: folder, notes: notes)
    builder.add(tag, at: place)
  }

  /// The tag's own name where the event's does not tell it from others: adding an event to the end renames
  /// no other's file.
  private func fileName(_ event: ResolvedEvent, _ isFirstOfItsName: Bool) -> String {
    guard isFirstOfItsName, event.mapping.name == nil, FileStem.isPlain(event.eventName) else {
      return FileStem.unique(to: event.tagName)
    }
    return fileName(event.eventName)
  }

  /// The destination's name, then another; what two destinations have alike, the builder tells apart.
  private func fileName(_ rest: String) -> String {
    FileStem.words(of: "\(name) \(rest)")
  }
}

extension ResolvedEvent {
  /// `purchase → Purchase; consent ad_storage; id from event data 'event_id'`.
  var purpose: String {
    let id = eventID.map { "id from \($0.shownText)" } ?? "no id"
    return "\(eventName) → \(sentAs); consent \(consent.shownText); \(id)"
  }
}
