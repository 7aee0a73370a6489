import Diagnostics
import TagManager
import TagwrightPlan

extension DraftBuilder {
  /// The Google tag, a GA4 tag for each event that the server maps, and the pixels.
  mutating func lower(_ web: ResolvedWebContainer) {
    let place = web.declaration.place
    let measurementID = constant(
      BrowserConstants.measurementID, web.measurementID ?? "",
      purpose: "The GA4 property that the hits are for.",
      folder: folder(.analytics, at: place), at: place)
    let serverURL = constant(
      BrowserConstants.serverURL, web.declaration.serverURL,
      purpose: "The address of the tagging server, which gets the hits.",
      folder: folder(.analytics, at: place), at: place)
    let events = web.events
    var settings: [KeyValuePairs<String, String>] = [
      ["parameter": "server_container_url", "parameterValue": serverURL]
    ]
    // The page view is an event like the others, with an id.
    if events.contains(where: { $0.name == BrowserEvents.pageView }) {
      settings.append(["parameter": "send_page_view", "parameterValue": "false"])
    }
    for event in events { lower(event, in: web, measurementID: measurementID) }
    for name in web.eventsForGA4 { lower(eventForGA4: name, in: web, measurementID: measurementID) }
    var googleTag = TagDraft(
      name: "Google tag", type: .own("googtag"),
      parameters: [.template("tagId", measurementID), .table("configSettingsTable", settings)],
      firing: [.initialization], consent: web.consentOfGA4,
      folder: folder(.analytics, at: place),
      notes: notes(on: "Loads Google's tag on every page; its hits go to the tagging server."))
    if web.declaration.consent != nil {
      // Consent may come while the page is there: the first event with it configures the tag before it is sent.
      for name in draft.tags.flatMap(\.firing) where !googleTag.firing.contains(name) {
        googleTag.firing.append(name)
      }
      googleTag.firingOption = .oncePerLoad
      googleTag.priority = .integer(nil, 100)
    }
    add(googleTag, first: true, at: place)
    guard web.declaration.pixel.origin != .none else { return }
    for filed in web.destinations {
      filed.destination.lowerPixel(web, into: &self, folder: filed.folder)
    }
  }

  private mutating func lower(
    _ event: BrowserEvent, in web: ResolvedWebContainer, measurementID: String
  ) {
    let sendsEcommerce = event.values.contains(where: \.isInEcommerce)
    var parameters: [Parameter] = [.boolean("sendEcommerceData", sendsEcommerce)]
    if sendsEcommerce { parameters.append(.template("getEcommerceDataFrom", "dataLayer")) }
    var names: Set<String> = []
    let rows = event.values.compactMap { value -> Parameter? in
      guard !value.isInEcommerce, names.insert(value.parameter).inserted else { return nil }
      let origin: BrowserOrigin =
        if case .dataLayer = value.origin { .dataLayer(path: value.parameter) } else {
          value.origin
        }
      return .map([
        .template("parameter", value.parameter),
        .template(
          "parameterValue",
          consented(
            reference(to: origin, at: event.place), as: value.parameter, of: event, in: web)),
      ])
    }
    if !rows.isEmpty { parameters.append(.list("eventSettingsTable", rows)) }
    parameters += [
      .template("eventName", event.name), .template("measurementIdOverride", measurementID),
    ]
    add(
      TagDraft(
        name: "GA4 \(event.name)", type: .own("gaawe"), parameters: parameters,
        firing: browserTriggers(for: event, in: web), consent: web.consentOfGA4,
        folder: folder(.analytics, at: event.place), notes: notes(on: purpose(of: event))),
      at: event.place)
  }

  /// `purchase → tagging server, with ecommerce, event_id, user_data`.
  private func purpose(of event: BrowserEvent) -> String {
    var names: [String] = []
    for value in event.values {
      let name = value.isInEcommerce ? "ecommerce" : value.parameter
      if !names.contains(name) { names.append(name) }
    }
    let ending = names.isEmpty ? "" : ", with \(names.joined(separator: ", "))"
    return "\(event.name) → tagging server\(ending)"
  }

  /// An event that no destination maps, with its e-commerce data.
  private mutating func lower(
    eventForGA4 name: String, in web: ResolvedWebContainer, measurementID: String
  ) {
    let place = web.declaration.place
    let event = BrowserEvent(name, consent: .waived(because: ""), at: place)
    add(
      TagDraft(
        name: "GA4 \(name)", type: .own("gaawe"),
        parameters: [
          .boolean("sendEcommerceData", true), .template("getEcommerceDataFrom", "dataLayer"),
          .template("eventName", name), .template("measurementIdOverride", measurementID),
        ],
        firing: browserTriggers(for: event, in: web), consent: web.consentOfGA4,
        folder: folder(.analytics, at: place),
        notes: notes(on: "\(name) → tagging server, with ecommerce")),
      at: place)
  }

  /// Puts a value that says who the visitor is behind a variable that has no value without the
  /// consent of a destination that reads it; returns any other as it is.
  private mutating func consented(
    _ value: String, as parameter: String, of event: BrowserEvent, in web: ResolvedWebContainer
  ) -> String {
    let parts = event.values.filter { $0.parameter == parameter && !$0.isInEcommerce }
    guard parts.contains(where: \.needsConsent) else { return value }
    let types = web.consentTypes
    shareTemplate(ConsentedValueTemplate.name, at: event.place) { notes in
      ConsentedValueTemplate(types: types).draft(notes: notes)
    }
    let lines = parts.flatMap { part in
      part.consents.map { types in
        ConsentedValueTemplate.line(
          String(part.path.dropFirst(parameter.count).drop { $0 == "." }), under: types)
      }
    }
    let folder = folder(.variables, at: event.place)
    func variable(_ name: String) -> VariableDraft {
      VariableDraft(
        name: name, type: .template(ConsentedValueTemplate.name),
        parameters: [
          .template(ConsentedValueTemplate.partsField, lines.joined(separator: "\n")),
          .template(ConsentedValueTemplate.valueField, value),
        ], folder: folder,
        notes: notes(on: "'\(parameter)', empty without the consent that it needs."))
    }
    let shared = variable("consented.\(parameter)")
    let own = hasOther(shared) ? variable("consented.\(parameter), \(event.name)") : shared
    share(own, at: event.place)
    return "{{\(own.name)}}"
  }

  /// The triggers of an event: every page for the page view, else the data layer's event of that name; one for
  /// each alternative of the conditions.
  mutating func browserTriggers(
    for event: BrowserEvent, in web: ResolvedWebContainer,
    where alternatives: [[BrowserComparison]] = [[]], tagName: String? = nil
  ) -> [TriggerName] {
    let isPageView = event.name == BrowserEvents.pageView
    let isEveryPage = isPageView && alternatives.contains([])
    let name = alternatives.contains([]) ? event.name : tagName ?? event.name
    return alternatives.enumerated().flatMap { index, comparisons -> [TriggerName] in
      let filter = comparisons.map { comparison in
        TagManager.Condition(
          comparison.declared,
          left: reference(to: comparison.reading, at: comparison.declared.place))
      }
      let name = Self.alternative(index, of: name)
      func trigger(_ type: TriggerType, _ name: String) -> TriggerName {
        let eventFilter =
          type == .customEvent ? [TagManager.Condition("{{_event}}", .equals, event.name)] : []
        share(
          TriggerDraft(
            name: name, type: type.rawValue, eventFilter: eventFilter, filter: filter, folder: nil),
          at: event.place)
        return .named(name)
      }
      guard isPageView else { return [trigger(.customEvent, name)] }
      let loaded = isEveryPage ? .allPages : trigger(.pageview, name)
      guard web.declaration.pageViews == .historyChanges else { return [loaded] }
      return [loaded, trigger(.historyChange, "\(name), history change")]
    }
  }

  /// A constant variable, as a reference to it.
  mutating func constant(
    _ name: String, _ value: String, purpose: String, folder: String, at place: SourcePlace
  ) -> String {
    share(
      VariableDraft(
        name: name, type: .own("c"), parameters: [.template("value", value)], folder: folder,
        notes: notes(on: purpose)), at: place)
    return "{{\(name)}}"
  }
}

/// Names of the constants of a web container.
enum BrowserConstants {
  static let measurementID = "GA4 Measurement ID"
  static let serverURL = "Tagging Server URL"
}

/// Names of events that the browser treats in its own way.
enum BrowserEvents {
  /// GA4's page view, which every page is.
  static let pageView = "page_view"
}
