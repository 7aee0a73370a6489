import CustomTemplate
import TagwrightPlan
import Templates

/// The template of a destination's tag: for a single event, or for all events.
struct TagTemplate {
  let destination: ResolvedDestination
  private(set) var events: [ResolvedEvent]
  /// The lines of each event, in the order of the event map.
  private let codes: [EventCode]
  /// The fields beside account and token.
  let fields: [TagFields.Field]
  /// The reads of the tag, by which an example hit is made.
  let reads: TagFields
  private let nameRead: String

  var profile: DestinationProfile { destination.profile }
  private var declaration: DestinationDeclaration { destination.declaration }
  private var layout: Layout.Kind { declaration.layout.kind }

  init(_ destination: ResolvedDestination, events: [ResolvedEvent]) {
    self.destination = destination
    self.events = events
    let declaration = destination.declaration
    var fields = TagFields(
      style: declaration.sourceStyle,
      taken: destination.profile.account.map(\.field) + destination.secrets.map(\.member))
    nameRead =
      declaration.layout == .lookupTable
      ? declaration.sourceStyle == .inline
        ? "getEventData('event_name')"
        : fields.read(.builtIn(.eventName), as: "event_name", label: "Event name", in: .hit)
      : "data.\(Self.markField)"
    codes = events.map { EventCode($0, destination, fields: &fields) }
    self.fields = fields.fields
    reads = fields
  }

  /// The same for another event of its shape.
  func under(_ event: ResolvedEvent) -> TagTemplate {
    var copy = self
    copy.events = [event]
    return copy
  }

  /// The field by which tags of one template tell their events apart.
  static let markField = "mapping"

  /// The destination's name of the event, from what tells it: a Lookup Table variable, or the one tag of the event; `nil`
  /// where the code itself has it.
  func sentName(in event: ResolvedEvent?) -> Source? {
    switch layout {
    case .tagPerEvent: return nil
    case .sharedTemplate: return event.map { Source(.constant($0.sentAs), at: $0.place) }
    case .lookupTable:
      let rows = events.map { TableRow(input: $0.eventName, output: $0.sentAs) }
      let table = LookupTable(
        name: "\(destination.name) event", input: .builtIn(.eventName), rows: rows, fallback: nil)
      return Source(.lookupTable(table), at: destination.place)
    }
  }

  /// Returns the name by which the code knows an event, where it is for several.
  func mark(of event: ResolvedEvent) -> String {
    let isAlone = events.count { $0.eventName == event.eventName } == 1
    return isAlone ? event.eventName : event.tagName
  }

  /// The fields that the tag of one event fills in, or that of all.
  func fields(of event: ResolvedEvent?) -> [TagFields.Field] {
    guard layout == .sharedTemplate, let event else { return fields }
    var own = TagFields(style: declaration.sourceStyle)
    _ = EventCode(event, destination, fields: &own)
    let sources = Set(own.fields.map(\.source))
    return fields.filter { sources.contains($0.source) }
  }

  /// The tag's own code: gates, then the request.
  var main: String {
    let merged = StatementMerge(codes.map(\.statements), names: events.map(mark))
    var lines: [String] = []
    if layout != .tagPerEvent {
      lines.append("const EVENT = text(data.event);")
      lines.append("const NAME = text(\(nameRead));")
      if merged.hasGuards { lines.append("const is = (names) => names.indexOf(NAME) >= 0;") }
    } else {
      lines.append("const EVENT = \(JavaScript.literal(events[0].sentAs));")
    }
    lines.append(
      "if (text(getEventData('page_location')).indexOf('https://gtm-msr.appspot.com/') === 0) return data.gtmOnSuccess();"
    )
    lines += merged.lines(where: { $0 == .consent })
    if layout == .lookupTable {
      lines.append(
        "if (!EVENT) return quit('the event is not in the lookup table', data.gtmOnFailure);")
    }
    lines += [
      "const token = text(data.access_token);",
      "if (!token || token.indexOf('\(Secret.placeholderPrefix)') === 0) return quit('no access token', data.gtmOnFailure);",
      "",
    ]
    lines += profile.objects.map { "const \($0) = {};" }
    lines.append("const event = \(profile.event.code(profile, events));")
    lines += merged.lines(where: { $0 > .consent && $0 < .cookies })
    lines += profile.needs.map { code, reason in
      "if (!\(code)) return quit(\(JavaScript.literal(reason)), data.gtmOnFailure);"
    }
    lines += profile.collected.map(\.code)
    lines += ["", "const body = \(profile.body.code(profile, events));"]
    lines += destination.secrets.map {
      "put(body\($0.object), '\($0.member)', secret, [data.\($0.member)]);"
    }
    if declaration.logging != .never {
      lines.append(
        "if (unusable.length) note('sources without a usable value: ' + unusable.join(', '));")
    }
    lines += merged.lines(where: { $0 == .cookies })
    switch declaration.outcome {
    case .ofTheAnswer:
      lines.append("send(body, token, data.gtmOnSuccess, data.gtmOnFailure);")
    case .optimistic: lines += ["send(body, token, () => {}, () => {});", "data.gtmOnSuccess();"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The template under a name.
  func template(named name: String, notes: String) -> CustomTemplate {
    let library = DestinationLibrary.of(profile)
    let code = TemplateCode(
      main: main, library: declaration.logging == .never ? library.silent : library.logging)
    let scenarios = TagScenarios(self)
    return CustomTemplate(
      kind: .tag, displayName: name, description: description, categories: Self.categories,
      fields: fieldGroups, code: code.text,
      permissions: code.calls.permissions(loggingAlways: declaration.logging == .always),
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
    let target = "\(profile.name)'s \(profile.api)"
    return events.count == 1
      ? "Sends '\(events[0].sentAs)' to \(target) when '\(events[0].eventName)' arrives."
      : "Sends \(events.count) events to \(target), each under the name that its \(layout == .lookupTable ? "lookup table" : "tag") gives."
  }

  private var fieldGroups: [TemplateField] {
    var setup: [TemplateField] = []
    if layout != .tagPerEvent {
      let origin = layout == .lookupTable ? "; comes from a lookup table." : "."
      setup.append(
        .needed(
          "event", "\(profile.name) event",
          "The name under which \(profile.name) gets the event\(origin)"))
    }
    if layout == .sharedTemplate {
      setup.append(
        .needed(
          Self.markField, "Mapping", "Tells the code which of the mapped events this tag is for."))
    }
    setup += profile.account.filter(\.isSent).map {
      .needed($0.field, $0.label, profile.accountPurpose)
    }
    let advice = "The token of \(profile.name)'s \(profile.api). Keep it in a variable."
    setup.append(.needed("access_token", "Access token", advice))
    setup += destination.secrets.map {
      .text(name: $0.member, displayName: $0.label, help: $0.help)
    }
    setup.append(.label(name: "consent_policy", displayName: consentPolicy))
    if let countries {
      setup.append(.label(name: "default_country_code", displayName: countries))
    }
    var groups: [TemplateField] = [
      .group(name: "setup", displayName: "Setup", fields: setup)
    ]
    for heading in Member.Group.allCases {
      let members = fields.filter { $0.group == heading }
      guard !members.isEmpty else { continue }
      let words = heading.rawValue.lowercased().split(separator: " ").joined(separator: "_")
      groups.append(
        .group(
          name: "group_\(words)", displayName: heading.rawValue, style: .zippyOpen,
          fields: members.map { .text(name: $0.name, displayName: $0.label, help: $0.help) }))
    }
    return groups
  }

  /// The consent that the code asks of a hit, in a sentence; one for each policy of its events.
  private var consentPolicy: String {
    let policies = events.map(\.consent.sentence)
    guard let first = policies.first, policies.contains(where: { $0 != first }) else {
      return policies.first ?? ""
    }
    return zip(events, policies).map { "\($0.eventName): \($1)" }.joined(separator: " ")
  }

  /// A note on how phone numbers without a country code are read; `nil` where they are not.
  private var countries: String? {
    let keys = events.flatMap(\.matchKeys).filter { $0.kind == .phone }
    let codes = Set(keys.compactMap(\.defaultCountryCode)).sorted().map { "+\($0)" }
    guard !codes.isEmpty else { return nil }
    return "Phone numbers without a country code are read as numbers of "
      + codes.joined(separator: " or ") + "."
  }
}

extension TemplateField {
  /// A text that has to be filled in.
  static func needed(_ name: String, _ label: String, _ help: String) -> TemplateField {
    .text(name: name, displayName: label, help: help, validators: [.nonEmpty])
  }
}

extension Consent {
  /// The policy in a sentence for the person who opens the tag.
  fileprivate var sentence: String {
    switch kind {
    case .waived: "Sent whatever the visitor agreed to."
    case .required(let types, let whenMissing):
      "Sent only with consent to \(types.map(\.rawValue).joined(separator: " and "))"
        + (whenMissing == .granted ? "; a hit without any signal counts as consent." : ".")
    }
  }
}
