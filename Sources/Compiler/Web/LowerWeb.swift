import Diagnostics
import TagManager
import TagwrightPlan

extension DraftBuilder {
  /// The Google tag, a GA4 tag for each event that the server maps, and the pixels.
  mutating func lower(_ web: ResolvedWebContainer) {
    let place = web.declaration.place
    let measurementID = constant("GA4 Measurement ID", web.measurementID ?? "", at: place)
    let serverURL = constant("Tagging Server URL", web.declaration.serverURL, at: place)
    let events = web.events
    var settings: [KeyValuePairs<String, String>] = [
      ["parameter": "server_container_url", "parameterValue": serverURL]
    ]
    // The page view is an event like the others, with an id.
    if events.contains(where: { $0.name == BrowserEvents.pageView }) {
      settings.append(["parameter": "send_page_view", "parameterValue": "false"])
    }
    add(
      TagDraft(
        name: "Google tag", type: .own("googtag"),
        parameters: [
          .template("tagId", measurementID), .table("configSettingsTable", settings),
        ],
        firing: [.initialization], consent: .notNeeded, folder: nil, notes: notes()), at: place)
    for event in events { lower(event, measurementID: measurementID) }
    guard web.declaration.pixel.origin != .none else { return }
    for filed in web.destinations {
      filed.destination.lowerPixel(
        web.declaration.pixel.origin, into: &self, folder: filed.folder)
    }
  }

  private mutating func lower(_ event: BrowserEvent, measurementID: String) {
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
        .template("parameterValue", reference(to: origin, at: event.place)),
      ])
    }
    if !rows.isEmpty { parameters.append(.list("eventSettingsTable", rows)) }
    parameters += [
      .template("eventName", event.name), .template("measurementIdOverride", measurementID),
    ]
    // Google's tags ask for consent themselves, and tell the server what they were told.
    add(
      TagDraft(
        name: "GA4 \(event.name)", type: .own("gaawe"), parameters: parameters,
        firing: browserTriggers(for: event), consent: .notNeeded, folder: nil, notes: notes()),
      at: event.place)
  }

  /// The triggers of an event: every page for the page view, else the data layer's event of that name; one for
  /// each alternative of the conditions.
  mutating func browserTriggers(
    for event: BrowserEvent, where conditions: [TagwrightPlan.Condition] = [],
    tagName: String? = nil
  ) -> [TriggerName] {
    let isPageView = event.name == BrowserEvents.pageView
    let drafts = alternatives(of: conditions, tagName ?? event.name) { builder, name, comparisons in
      let filter = comparisons.compactMap { comparison in
        builder.browserReference(to: comparison.source, of: event).map {
          TagManager.Condition(comparison, left: $0)
        }
      }
      let name = filter.isEmpty ? event.name : name
      return isPageView
        ? TriggerDraft(name: name, type: "PAGEVIEW", filter: filter, folder: nil)
        : TriggerDraft(
          name: name, type: TriggerType.customEvent.rawValue,
          eventFilter: [TagManager.Condition("{{_event}}", .equals, event.name)], filter: filter,
          folder: nil)
    }
    if isPageView, drafts.contains(where: \.filter.isEmpty) { return [.allPages] }
    for draft in drafts { share(draft, at: event.place) }
    return drafts.map { .named($0.name) }
  }

  private mutating func constant(
    _ name: String, _ value: String, at place: SourcePlace
  ) -> String {
    constant(name, value, folder: nil, at: place)
  }

  /// A constant variable, as a reference to it.
  mutating func constant(
    _ name: String, _ value: String, folder: String?, at place: SourcePlace
  ) -> String {
    share(
      VariableDraft(
        name: name, type: .own("c"), parameters: [.template("value", value)], folder: folder,
        notes: notes()), at: place)
    return "{{\(name)}}"
  }
}

/// Names of events that the browser treats in its own way.
enum BrowserEvents {
  /// GA4's page view, which every page is.
  static let pageView = "page_view"
}
