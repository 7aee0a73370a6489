import CustomTemplate
import Diagnostics
import TagwrightPlan

/// The templates of a destination's tags; events of one shape share all but the info.
struct TikTokTemplates {
  private let destination: TikTok
  private let notes: String
  private var known: [EventShape: (template: TikTokTemplate, rest: String)] = [:]

  init(_ destination: TikTok, notes: String) {
    self.destination = destination
    self.notes = notes
  }

  /// The template of one event's tag, and the text of its file.
  mutating func template(
    for mapping: On<TikTok.Event>, named name: String
  ) -> (template: TikTokTemplate, text: TemplateText) {
    let shape = EventShape(mapping)
    if let (shared, rest) = known[shape] {
      let template = shared.under(mapping)
      return (template, TemplateText(template.info(named: name), rest: rest))
    }
    let template = TikTokTemplate(destination, events: [mapping])
    let rest = template.template(named: name, notes: notes).textAfterInfo
    known[shape] = (template, rest)
    return (template, TemplateText(template.info(named: name), rest: rest))
  }

  /// The template of the one tag for all events, and the text of its file.
  func template(named name: String) -> (template: TikTokTemplate, text: TemplateText) {
    let template = TikTokTemplate(destination, events: destination.events)
    return (template, TemplateText(template.template(named: name, notes: notes).text))
  }
}

/// Everything that a template depends on within one destination, beside the names of event and tag.
private struct EventShape: Hashable {
  private struct Property: Hashable {
    let names: [String]
    let type: TikTok.Property.ValueType
    let source: Source
  }

  private struct Key: Hashable {
    let kind: MatchKey.Kind
    let sources: [Source]
    let hashed: [HashedSource]
    let countryCode: String?
    let cookie: CookieLifetime?
  }

  private let sentAs: String
  private let isPurchase: Bool
  private let sources: [Source?]
  private let properties: [Property]
  private let keys: [Key]
  private let consent: String?
  /// Where the names of variables were written: each that leads nowhere is told of at its own place.
  private let place: SourcePlace?

  init(_ mapping: On<TikTok.Event>) {
    let event = mapping.event
    sentAs = event.name
    isPurchase = event.isPurchase
    sources = [
      event.value, event.currency, event.contents?.source, event.contents?.type.source,
      mapping.eventID,
    ]
    properties = event.properties.map {
      Property(names: $0.names, type: $0.type, source: $0.source)
    }
    keys = mapping.userData.map {
      Key(
        kind: $0.kind, sources: $0.sources, hashed: $0.hashed, countryCode: $0.defaultCountryCode,
        cookie: $0.cookie)
    }
    consent = mapping.consent?.shownText
    let read =
      sources.compactMap(\.self) + properties.map(\.source)
      + keys.flatMap { $0.sources + $0.hashed.map(\.source) }
    place = read.contains(where: \.namesVariable) ? mapping.place : nil
  }
}

extension Source {
  /// Whether it is a variable that the author named, or is made of one.
  fileprivate var namesVariable: Bool {
    switch kind {
    case .variable: true
    case .lookupTable(let table): table.input.namesVariable
    case .regexTable(let table): table.input.namesVariable
    case .firstOf(let sources): sources.contains(where: \.namesVariable)
    case .eventData, .cookie, .urlParameter, .requestHeader, .queryParameter, .constant, .builtIn:
      false
    }
  }
}
