import SandboxedJS
import TagManager

/// A compiled tag.
final class TagProgram: Sendable {
  enum Action: Sendable {
    /// A custom template, by its place.
    case template(Int)
    /// The tag that sends a request of its own making.
    case httpRequest
    /// The tags of Google that send hits from a page.
    case analytics(BrowserAnalytics)
    /// Custom HTML.
    case html
    /// A type whose code is not known.
    case notSimulated
  }

  /// A tag that fires before or after this one.
  struct Neighbour: Sendable {
    let tag: Int
    /// Whether the later of the two does not fire where the earlier fails.
    let stopsOnFailure: Bool
  }

  /// Where in a container other entities stand: templates by the types that they make, triggers by their ids, tags by
  /// their names.
  struct Places {
    let templates: [String: Int]
    let triggers: [String: Int]
    let tags: [String: Int]
  }

  let place: Int
  let name: String
  let id: String
  let type: String
  /// Its name for a person: that of its template, or Google's name for its type.
  let typeName: String
  let action: Action
  let fields: [ValueExpression.Entry]
  let firing: [TriggerReference]
  let blocking: [TriggerReference]
  let priority: ValueExpression?
  let isPaused: Bool
  let isLiveOnly: Bool
  /// The period in which it fires, in milliseconds since 1970.
  let schedule: Range<Double>
  /// The types of consent that it needs.
  let consentTypes: [String]
  /// Whether its settings say that it needs no consent beyond what its code asks for.
  let isConsentWaived: Bool
  let isUnlimited: Bool
  let isOncePerPage: Bool
  /// The metadata that it hands to event callbacks.
  let metadata: [ValueExpression.Entry]
  let nameKey: String?
  let setup: Neighbour?
  let teardown: Neighbour?
  /// The transformations that are for it, in the order in which they are applied.
  let transformations: [Int]

  /// - Parameter place: its place in the container.
  init(
    _ tag: Tag, at place: Int, _ places: Places, _ templates: [TemplateProgram],
    _ transformations: [TransformationProgram], _ slots: inout VariableSlots
  ) {
    self.place = place
    name = tag.name
    id = tag.id
    type = tag.type
    fields = slots.fields(tag.parameters)
    let template = places.templates[tag.type]
    typeName = template.map { templates[$0].name } ?? Self.name(ofType: tag.type)
    action =
      if let template {
        .template(template)
      } else if let analytics = BrowserAnalytics(rawValue: tag.type) {
        .analytics(analytics)
      } else {
        switch tag.type {
        case "http_request": .httpRequest
        case "html": .html
        default: .notSimulated
        }
      }
    func reference(_ id: String) -> TriggerReference {
      if id == ReservedTrigger.allEvents.id { return .everyEvent }
      return places.triggers[id].map { .trigger($0) } ?? .missing(id)
    }
    firing = tag.firingTriggerIDs.map(reference)
    blocking = tag.blockingTriggerIDs.map(reference)
    priority = tag.priority.map { slots.expression($0) }
    isPaused = tag.paused == true
    isLiveOnly = tag.liveOnly == true
    let start = tag.scheduleStartMilliseconds.flatMap(Double.init) ?? -.infinity
    let end = tag.scheduleEndMilliseconds.flatMap(Double.init) ?? .infinity
    schedule = start..<max(start, end)
    consentTypes =
      tag.consentSettings?.status == .needed
      ? (tag.consentSettings?.types?.list ?? []).compactMap(\.value) : []
    isConsentWaived = tag.consentSettings?.status == .notNeeded
    isUnlimited = tag.firingOption == .unlimited
    isOncePerPage = tag.firingOption == .oncePerLoad
    metadata = slots.fields(tag.monitoringMetadata?.map ?? [])
    nameKey = tag.monitoringMetadataTagNameKey
    setup = tag.setupTags.first.flatMap { setup in
      places.tags[setup.tagName ?? ""].map {
        Neighbour(tag: $0, stopsOnFailure: setup.stopOnSetupFailure == true)
      }
    }
    teardown = tag.teardownTags.first.flatMap { teardown in
      places.tags[teardown.tagName ?? ""].map {
        Neighbour(tag: $0, stopsOnFailure: teardown.stopTeardownOnFailure == true)
      }
    }
    self.transformations = transformations.indices.filter { index in
      transformations[index].action != nil && transformations[index].affects(tag)
    }.sorted { left, right in
      let (first, second) = (transformations[left].action, transformations[right].action)
      return (first?.order ?? 0, left) < (second?.order ?? 0, right)
    }
  }

  /// The variables that it refers to, in order.
  var slots: [VariableSlot] { fields.flatMap(\.value.slots) + (priority?.slots ?? []) }

  /// Google's name for a type, for those that a container can have without a template.
  private static func name(ofType type: String) -> String {
    switch type {
    case "sgtmgaaw": "Google Analytics: GA4"
    case "googtag": "Google tag"
    case "gaawe": "Google Analytics: GA4 event"
    case "gaawc": "Google Analytics: GA4 configuration"
    case "html": "Custom HTML"
    case "sgtmadsct": "Google Ads Conversion Tracking"
    case "sgtmadscl": "Conversion Linker"
    case "sgtmadsremarket": "Google Ads Remarketing"
    case "sgtmfls": "Floodlight Sales"
    case "sgtmflc": "Floodlight Counter"
    default: type
    }
  }
}
