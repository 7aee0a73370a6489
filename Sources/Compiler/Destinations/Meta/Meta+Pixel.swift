import CustomTemplate
import TagwrightPlan
import Templates

extension Meta {
  /// `fbq('trackSingle', pixel, event, properties, {eventID})`: `track` would reach every pixel of the page.
  ///
  /// Conversions API, deduplication: the same event is one of the same pixel, name and id within 48 hours of the first.
  static let pixel = PixelForm(
    script: PixelScript(
      installed: TemplateSources.fbqInstalled, generated: TemplateSources.fbqGenerated,
      functions: ["fbq"], pageCalls: ["fbq('track', …)"],
      calls: ["trackSingle", "trackSingleCustom"].map {
        .init(function: "fbq", verb: $0, pixel: 1, event: 2, properties: 3, options: 4)
      }
        + ["track", "trackCustom"].map {
          .init(function: "fbq", verb: $0, event: 1, properties: 2, options: 3)
        },
      places: ["STANDARD": vocabulary.events.map { "'\($0.name)'" }.joined(separator: ", ")]),
    personCall: .init(function: "fbq", verb: "init", person: 2), idMember: "eventID",
    limitsDataUse: true, scenarios: [initialisedElsewhere, customEvents],
    counting: EventCounting.Rule(mergesWithin: 48 * 3_600_000, dropsWithin: 48 * 3_600_000))

  private static let initialisedElsewhere = TemplateScenario(
    name: "Initialises no pixel that the page has initialised",
    code: """
      page['fbq.queue'] = [['init', input.pixel_id]];
      runCode(input);
      page['fbq.queue'] = undefined;
      mock('callInWindow', (path, first, second, third, fourth, fifth) => {
        if (path === 'fbq.getState') return {pixels: [{id: input.pixel_id}]};
        calls.push([path, first, second, third, fourth, fifth]);
      });
      runCode(input);
      assertThat(people()).hasLength(0);
      assertThat(events()).hasLength(2);
      """)

  private static let customEvents = TemplateScenario(
    name: "Calls an event of the site's own by the command for it",
    code: """
      input.event = 'Quiz';
      runCode(input);
      assertThat(calls.filter((call) => call[1] === 'trackSingleCustom').map((call) => call[3])).isEqualTo(['Quiz']);
      """)

  var pixelPlaces: [String: String] {
    let consent = grantsConsent ? "callInWindow('fbq', 'consent', 'grant');\n" : ""
    var settings: [String] = []
    if !automaticEvents {
      settings += [
        "callInWindow('fbq', 'set', 'autoConfig', false, pixel);",
        "setInWindow('fbq.disablePushState', true, true);",
      ]
    }
    let limit =
      "callInWindow('fbq', 'dataProcessingOptions', ['LDU'], \(region.country), \(region.state));"
    switch declaration.limitedDataUse {
    case .off: break
    case .on: settings.append(limit)
    case .from: settings.append("if (truth(data.limited_data_use)) \(limit)")
    }
    return ["CONSENT": consent, "SETTINGS": settings.map { "\($0)\n  " }.joined()]
  }
}
