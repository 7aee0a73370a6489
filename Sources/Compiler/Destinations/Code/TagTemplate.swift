import CustomTemplate
import TagwrightPlan
import Templates

/// The template of one TikTok tag: for a single event, or for all events of a lookup table.
struct TikTokTemplate {
  let destination: TikTok
  private(set) var events: [On<TikTok.Event>]
  /// What each event becomes, in the order of the event map.
  let codes: [TikTokEventCode]
  /// The fields beside pixel code and token.
  let fields: [TagFields.Field]
  /// The reads of the tag, by which an example hit is made.
  let reads: TagFields
  private let nameRead: String

  init(_ destination: TikTok, events: [On<TikTok.Event>]) {
    self.destination = destination
    self.events = events
    var fields = TagFields(style: destination.sourceStyle)
    let usesTable = destination.layout == .lookupTable
    nameRead =
      usesTable
      ? destination.sourceStyle == .inline
        ? "getEventData('event_name')"
        : fields.read(
          .builtIn(.eventName), as: "event_name", label: "Event name", in: "Hit") : ""
    codes = events.map { TikTokEventCode($0, of: destination, fields: &fields) }
    self.fields = fields.fields
    reads = fields
  }

  /// The same for another event of its shape.
  func under(_ mapping: On<TikTok.Event>) -> TikTokTemplate {
    var copy = self
    copy.events = [mapping]
    return copy
  }

  private static let loggingLibrary = ModuleLibrary(
    TemplateSources.shared.filter { $0.name != ModuleLibrary.silent } + TemplateSources.tikTok)
  private static let silentLibrary = ModuleLibrary(
    TemplateSources.shared.filter { $0.name != ModuleLibrary.silent } + TemplateSources.tikTok
      + TemplateSources.shared.filter { $0.name == ModuleLibrary.silent })

  /// The modules that a tag's code may use.
  private var library: ModuleLibrary {
    destination.logging == .never ? Self.silentLibrary : Self.loggingLibrary
  }

  /// The Lookup Table variable from event name to TikTok event, in the layout that has one.
  var eventLookup: Source? {
    guard destination.layout == .lookupTable else { return nil }
    let rows = events.map { TableRow(input: $0.eventName, output: $0.event.name) }
    let table = LookupTable(
      name: "\(destination.name) event", input: .builtIn(.eventName), rows: rows, fallback: nil)
    return Source(.lookupTable(table), at: destination.place)
  }

  /// The tag's own code: gates, then the request.
  var main: String {
    let usesTable = destination.layout == .lookupTable
    let merged = StatementMerge(codes.map(\.statements), names: events.map(\.eventName))
    var lines: [String] = []
    if usesTable {
      lines.append("const EVENT = text(data.event);")
      lines.append("const NAME = text(\(nameRead));")
      if merged.hasGuards { lines.append("const is = (names) => names.indexOf(NAME) >= 0;") }
    } else {
      lines.append("const EVENT = \(JavaScript.literal(events[0].event.name));")
    }
    lines += [
      "if ((text(getEventData('page_location')) || '').indexOf('https://gtm-msr.appspot.com/') === 0) return data.gtmOnSuccess();"
    ]
    lines += merged.lines(where: { $0 == .consent })
    if usesTable {
      lines.append(
        "if (!EVENT) return quit('the event is not in the lookup table', data.gtmOnFailure);")
    }
    lines += [
      "const token = text(data.access_token);",
      "if (!token || token.indexOf('\(Secret.placeholderPrefix)') === 0) return quit('no access token', data.gtmOnFailure);",
      "",
      "const user = {};",
      "const properties = {};",
      "const page = {};",
      "const event = {event: EVENT, event_time: Math.floor(getTimestampMillis() / 1000), user: user, properties: properties, page: page};",
    ]
    lines += merged.lines(where: { $0 > .consent && $0 < .cookies })
    lines += [
      "",
      "const body = {event_source: '\(destination.source.word)', event_source_id: text(data.pixel_code), partner_name: 'GoogleTagManagerServer', data: [event]};",
    ]
    if destination.testEventCode != nil {
      lines.append("put(body, 'test_event_code', secret, [data.test_event_code]);")
    }
    if destination.logging != .never {
      lines.append(
        "if (unusable.length) note('without a usable value: ' + unusable.join(', '));")
    }
    lines += merged.lines(where: { $0 == .cookies })
    switch destination.outcome {
    case .ofTheAnswer:
      lines.append(
        "send(body, token, (isAccepted) => isAccepted ? data.gtmOnSuccess() : data.gtmOnFailure());"
      )
    case .optimistic: lines += ["send(body, token, () => {});", "data.gtmOnSuccess();"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The template under a name.
  func template(named name: String, notes: String) -> CustomTemplate {
    let code = TemplateCode(main: main, library: library)
    let scenarios = TikTokScenarios(self)
    return CustomTemplate(
      kind: .tag, displayName: name, description: description, categories: Self.categories,
      fields: fieldGroups, code: code.text,
      permissions: code.calls.permissions(loggingAlways: destination.logging == .always),
      scenarios: scenarios.scenarios, setup: scenarios.setup, notes: notes)
  }

  /// The info alone, which is all that differs between templates of one shape.
  func info(named name: String) -> TemplateInfo {
    TemplateInfo(
      kind: .tag, side: .server, displayName: name, description: description,
      categories: Self.categories)
  }

  private static let categories = ["ADVERTISING", "CONVERSIONS"]

  private var description: String {
    events.count == 1
      ? "Sends '\(events[0].event.name)' to TikTok's Events API when '\(events[0].eventName)' arrives."
      : "Sends \(events.count) events to TikTok's Events API, each under the name that its lookup table gives."
  }

  private var fieldGroups: [TemplateField] {
    var setup: [TemplateField] = []
    if eventLookup != nil {
      setup.append(
        .text(name: "event", displayName: "TikTok event", validators: [.nonEmpty]))
    }
    setup += [
      .text(name: "pixel_code", displayName: "Pixel code", validators: [.nonEmpty]),
      .text(name: "access_token", displayName: "Access token", validators: [.nonEmpty]),
    ]
    if destination.testEventCode != nil {
      setup.append(
        .text(
          name: "test_event_code", displayName: "Test event code",
          help: "Shows events under Test Events. Must be empty in production."))
    }
    var groups: [TemplateField] = [
      .group(name: "setup", displayName: "Setup", fields: setup)
    ]
    for heading in ["User data", "Event", "Hit"] {
      let members = fields.filter { $0.group == heading }
      guard !members.isEmpty else { continue }
      groups.append(
        .group(
          name: "group_\(heading.lowercased().split(separator: " ").joined(separator: "_"))",
          displayName: heading, style: .zippyOpen,
          fields: members.map { .text(name: $0.name, displayName: $0.label) }))
    }
    return groups
  }
}
