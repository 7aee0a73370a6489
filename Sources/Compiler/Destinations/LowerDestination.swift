import Diagnostics
import TagManager
package import TagwrightPlan

extension TikTok: CompiledDestination {
  package func lower(into builder: inout DraftBuilder, folder: String?) {
    let folder = folder ?? ownFolder(&builder)
    let shared = SharedParameters(
      pixelCode: pixelReference(&builder, folder),
      accessToken: builder.reference(to: accessToken, name: "\(name) Access Token", folder: folder),
      testEventCode: testEventCode.map {
        builder.reference(to: $0, name: "\(name) Test Event Code", folder: folder)
      })
    var templates = TikTokTemplates(self, notes: builder.notes())
    switch layout {
    case .tagPerEvent:
      var eventNames: Set<String> = []
      var tagNames: Set<String> = []
      for mapping in events where tagNames.insert(tagName(mapping)).inserted {
        let isFirst = eventNames.insert(mapping.eventName).inserted
        let (template, text) = templates.template(for: mapping, named: tagName(mapping))
        let firing = builder.triggers(
          forEvent: mapping.eventName, where: mapping.conditions, tagName: tagName(mapping),
          at: mapping.place)
        add(
          template, text, named: tagName(mapping), fileName: fileName(mapping, isFirst),
          firing: firing,
          notes: mapping.notes, shared, folder, at: mapping.place, to: &builder)
      }
    case .lookupTable:
      guard !events.isEmpty else { return }
      let (template, text) = templates.template(named: sharedTagName)
      add(
        template, text, named: sharedTagName, fileName: fileName("events"),
        firing: triggers(&builder, folder), notes: nil, shared, folder, at: place, to: &builder)
    }
  }

  /// The variables that every tag refers to.
  private struct SharedParameters {
    let pixelCode: String
    let accessToken: String
    let testEventCode: String?
  }

  private func ownFolder(_ builder: inout DraftBuilder) -> String {
    builder.add(FolderDraft(name: name, notes: builder.notes()), at: place)
    return name
  }

  private func pixelReference(_ builder: inout DraftBuilder, _ folder: String) -> String {
    let variable = VariableDraft(
      name: "\(name) Pixel Code", type: .own("c"), parameters: [.template("value", pixelCode)],
      folder: folder, notes: builder.notes())
    builder.add(variable, at: place)
    return "{{\(variable.name)}}"
  }

  /// One trigger for all names without conditions, and those of each event with conditions.
  private func triggers(_ builder: inout DraftBuilder, _ folder: String) -> [TriggerName] {
    let unconditional = events.filter(\.conditions.isEmpty).map(\.eventName)
    var triggers: [TriggerName] = []
    if !unconditional.isEmpty {
      triggers.append(
        builder.trigger(
          "\(name) events", forEvents: unconditional, folder: folder, at: place))
    }
    for mapping in events where !mapping.conditions.isEmpty {
      triggers += builder.triggers(
        forEvent: mapping.eventName, where: mapping.conditions, tagName: tagName(mapping),
        at: mapping.place)
    }
    return triggers
  }

  private func add(
    _ template: TikTokTemplate, _ text: TemplateText, named tagName: String, fileName: String,
    firing: [TriggerName], notes: String?, _ shared: SharedParameters, _ folder: String,
    at place: SourcePlace, to builder: inout DraftBuilder
  ) {
    builder.share(TemplateDraft(name: tagName, text: text, fileName: fileName), at: place)
    var parameters: [Parameter] = []
    if let lookup = template.eventLookup {
      parameters.append(.template("event", builder.reference(to: lookup)))
    }
    parameters += [
      .template("pixel_code", shared.pixelCode), .template("access_token", shared.accessToken),
    ]
    if let code = shared.testEventCode { parameters.append(.template("test_event_code", code)) }
    for field in template.fields {
      parameters.append(.template(field.name, builder.reference(to: field.source)))
    }
    let tag = TagDraft(
      name: tagName, type: .template(tagName), parameters: parameters, firing: firing,
      folder: folder, notes: builder.notes(notes))
    builder.add(tag, at: place)
  }

  /// The name of the one tag of a lookup table.
  var sharedTagName: String { "\(name) events" }

  /// `TikTok Purchase (purchase)`: what is sent, and on what.
  func tagName(_ mapping: On<Event>) -> String {
    mapping.name ?? "\(name) \(mapping.event.name) (\(mapping.eventName))"
  }

  /// The tag's own name where the event's does not tell it from others: adding an event to the end renames
  /// no other's file.
  private func fileName(_ mapping: On<Event>, _ isFirstOfItsName: Bool) -> String {
    guard isFirstOfItsName, mapping.name == nil, FileStem.isPlain(mapping.eventName) else {
      return FileStem.unique(to: tagName(mapping))
    }
    return fileName(mapping.eventName)
  }

  /// The destination's name, then another; what two destinations have alike, the builder tells apart.
  private func fileName(_ rest: String) -> String {
    FileStem.words(of: "\(name) \(rest)")
  }
}
