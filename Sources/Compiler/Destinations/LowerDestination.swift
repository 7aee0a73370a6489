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
    case .lookupTable:
      guard !events.isEmpty else { return }
      let whole = templates.template(named: sharedTagName)
      add(
        whole.template, whole.text, of: nil, named: sharedTagName, fileName: fileName("events"),
        firing: triggers(&builder, folder),
        notes: builder.notes(on: events.map(\.purpose).joined(separator: "\n")), shared, folder,
        at: place, to: &builder)
    default:
      let whole =
        declaration.layout == .tagPerEvent || events.isEmpty
        ? nil : templates.template(named: sharedTagName)
      var eventNames: Set<String> = []
      var tagNames: Set<String> = []
      for event in events where tagNames.insert(event.tagName).inserted {
        let isFirst = eventNames.insert(event.eventName).inserted
        let firing = builder.triggers(
          forEvent: event.eventName, where: event.mapping.conditions, tagName: event.tagName,
          at: event.place)
        let (template, text) = whole ?? templates.template(for: event)
        add(
          template, text, of: event, named: event.tagName,
          fileName: whole == nil ? fileName(event, isFirst) : fileName("events"), firing: firing,
          notes: builder.notes(event.mapping.notes, on: event.purpose), shared, folder,
          at: event.place, to: &builder)
      }
    }
  }

  private func ownFolder(_ builder: inout DraftBuilder) -> String {
    builder.add(FolderDraft(name: name, notes: builder.notes(on: folderPurpose)), at: place)
    return name
  }

  /// The purpose of the destination's folder, for its notes.
  var folderPurpose: String { Self.folderPurpose(of: name) }

  static func folderPurpose(of name: String) -> String {
    "Tags and variables that send events to \(name)."
  }

  /// Returns the parameters by which every tag refers to the account and the secrets.
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
    _ template: TagTemplate, _ text: TemplateText, of event: ResolvedEvent?,
    named tagName: String, fileName: String, firing: [TriggerName], notes: String,
    _ shared: [Parameter], _ folder: String, at place: SourcePlace,
    to builder: inout DraftBuilder
  ) {
    let templateName = declaration.layout == .tagPerEvent ? tagName : sharedTagName
    builder.share(TemplateDraft(name: templateName, text: text, fileName: fileName), at: place)
    for event in event.map({ [$0] }) ?? events { shareVariables(of: event, folder, &builder) }
    var parameters: [Parameter] = []
    if let sentName = template.sentName(in: event) {
      parameters.append(.template("event", builder.reference(to: sentName)))
    }
    if let event, declaration.layout != .tagPerEvent {
      let mark = Source(.constant(template.mark(of: event)), at: event.place)
      parameters.append(.template(TagTemplate.markField, builder.reference(to: mark)))
    }
    parameters += shared
    for field in template.fields(of: event) {
      parameters.append(.template(field.name, builder.reference(to: field.source)))
    }
    let tag = TagDraft(
      name: tagName, type: .template(templateName), parameters: parameters, firing: firing,
      folder: folder, notes: notes)
    builder.add(tag, at: place)
  }

  /// The variables from which the tag takes what its code does not find out itself.
  private func shareVariables(
    of event: ResolvedEvent, _ folder: String, _ builder: inout DraftBuilder
  ) {
    guard declaration.sourceStyle == .visible else { return }
    if let consent = ConsentTemplate(event.consent) { builder.share(consent, at: event.place) }
    for variable in event.variables(of: name)
    where builder.memberVariables.insert(variable).inserted {
      let template = VariableTemplate(variable, of: event, self)
      let isPlain = variable.detail == nil
      let stem = isPlain ? FileStem.words(of: variable.name) : FileStem.unique(to: variable.name)
      builder.share(template.draft(fileName: stem, notes: builder.notes()), at: event.place)
      builder.share(template.draft(in: &builder, folder: folder), at: event.place)
    }
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
  private func fileName(_ rest: String) -> String { FileStem.words(of: "\(name) \(rest)") }
}

extension ResolvedEvent {
  /// `purchase → Purchase; consent ad_storage; id from event data 'event_id'`.
  var purpose: String {
    let id = eventID.map { "id from \($0.shownText)" } ?? "no id"
    return "\(eventName) → \(sentAs); consent \(consent.shownText); \(id)"
  }
}
