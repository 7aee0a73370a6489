import CustomTemplate
import Diagnostics
import TagwrightPlan

/// The templates of a destination's tags; events of one shape share all but the info.
struct TagTemplates {
  private let destination: ResolvedDestination
  private let notes: String
  private var known: [EventShape: (template: TagTemplate, rest: String)] = [:]

  init(_ destination: ResolvedDestination, notes: String) {
    self.destination = destination
    self.notes = notes
  }

  /// The template of one event's tag, and the text of its file.
  mutating func template(
    for event: ResolvedEvent
  ) -> (template: TagTemplate, text: TemplateText) {
    let shape = EventShape(event, of: destination.name)
    if let (shared, rest) = known[shape] {
      let template = shared.under(event)
      return (template, TemplateText(template.info(named: event.tagName), rest: rest))
    }
    let template = TagTemplate(destination, events: [event])
    let rest = template.template(named: event.tagName, notes: notes).textAfterInfo
    known[shape] = (template, rest)
    return (template, TemplateText(template.info(named: event.tagName), rest: rest))
  }

  /// The template of the one tag for all events, and the text of its file.
  func template(named name: String) -> (template: TagTemplate, text: TemplateText) {
    let template = TagTemplate(destination, events: destination.events)
    return (template, TemplateText(template.template(named: name, notes: notes).text))
  }
}

/// Everything that a template depends on within one destination, beside the names of event and tag.
private struct EventShape: Hashable {
  private let sentAs: String
  private let members: [Member]
  private let consent: String
  private let variables: [MemberVariable]
  /// The place where the names of variables were written: each that leads nowhere is reported at
  /// its own place.
  private let place: SourcePlace?

  init(_ event: ResolvedEvent, of destination: String) {
    sentAs = event.sentAs
    members = event.members
    consent = event.consent.shownText
    variables = event.variables(of: destination)
    place =
      event.members.contains { $0.sources.contains(where: \.namesVariable) }
      ? event.place : nil
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
    default: false
    }
  }
}
