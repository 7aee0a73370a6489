import CustomTemplate
import TagwrightPlan

extension Reddit {
  /// `rdt('track', event, {conversionId, …})`, which is for every pixel of the page; an event of one's own is `Custom`.
  ///
  /// Reddit's text on deduplication: events of one type and id within two days are one, and the one that says more is kept.
  static let pixel = PixelForm(
    script: .queued(
      "rdt", queue: "callQueue", handler: "sendEvent",
      library: "https://www.redditstatic.com/ads/pixel.js",
      initialising: """
        person.useDecimalCurrencyValues = true;
        LIMITcallInWindow('rdt', 'init', pixel, person);
        """,
      calling: """
        const isOwn = [\(vocabulary.events.map { "'\(spelling($0.name))'" }.joined(separator: ", "))].indexOf(event) < 0;
        if (isOwn) properties.customEventName = event;
        callInWindow('rdt', 'track', isOwn ? 'Custom' : event, properties);
        """),
    personCall: .init(function: "rdt", verb: "init", person: 2), idMember: "conversionId",
    eventMember: "customEventName", spelling: spelling,
    names: [
      "value": "value", "currency": "currency", "item_count": "itemCount", "contents": "products",
      "id": "id", "name": "name", "category": "category",
    ], limitsDataUse: true, scenarios: [ownEvents],
    counting: EventCounting.Rule(mergesWithin: 48 * 3_600_000, dropsWithin: 48 * 3_600_000))

  /// `PAGE_VISIT` as `PageVisit`.
  private static func spelling(_ name: String) -> String {
    name.split(separator: "_").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined()
  }

  private static let ownEvents = TemplateScenario(
    name: "Calls an event of the site's own by the word for it",
    code: """
      input.event = 'Quiz';
      runCode(input);
      assertThat(events()).isEqualTo([['track', 'Custom', {conversionId: 'id-1', customEventName: 'Quiz'}]]);
      """)

  /// The pixel's words for limited data use: `dpm`, and the country and region that it wants with it.
  var pixelPlaces: [String: String] {
    var settings = ["dpm = 'LDU'", "dpcc = '\(region.country)'"]
    if let state = region.region { settings.append("dprc = \(JavaScript.literal(state))") }
    let limit = settings.map { "person.\($0);" }.joined(separator: " ")
    return switch declaration.limitedDataUse {
    case .off: ["LIMIT": ""]
    case .on: ["LIMIT": "\(limit)\n  "]
    case .from: ["LIMIT": "if (truth(data.data_processing_options)) {\(limit)}\n  "]
    }
  }
}
