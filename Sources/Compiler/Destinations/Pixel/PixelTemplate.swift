import CustomTemplate
import TagwrightPlan

/// The web template that calls TikTok's pixel: `ttq.track(event, properties, {event_id, pixel_code})`.
struct TikTokPixelTemplate {
  let destination: TikTok
  /// Whether the pixel is on the page already.
  let isInstalled: Bool
  private let library = "https://analytics.tiktok.com/i18n/pixel/events.js"

  init(_ destination: TikTok, origin: Pixel.Origin) {
    self.destination = destination
    isInstalled = origin == .installed
  }

  /// The tag's own code.
  var main: String {
    let start = [
      "const pixel = text(data.pixel_code);",
      "const event = text(data.event);",
      "if (!pixel || !event) return data.gtmOnFailure();",
    ]
    let middle = [
      "const options = {pixel_code: pixel};",
      "keep(options, 'event_id', impersonal, data.event_id);",
      "const properties = pixelProperties(data.properties, \(destination.missingValue == .fromContents));",
      "const person = pixelPerson(data.person, \(phone));",
      "const isKnown = Object.keys(person).length > 0;",
    ]
    return
      ((isInstalled ? start + absence : start + loading) + middle
      + (isInstalled ? calls : queueing)).joined(separator: "\n") + "\n"
  }

  /// The conversion of phone numbers, with the country of those without a code.
  private var phone: String {
    let key = destination.userData.first { $0.kind == .phone }
    return key.map { TikTokConversion.phone(countryCode: $0.defaultCountryCode).functionOnly }
      ?? "phone('', '^-')"
  }

  private var absence: [String] {
    [
      "if (getType(copyFromWindow('ttq.track')) !== 'function') return data.gtmOnFailure();"
    ]
  }

  private var calls: [String] {
    [
      "if (isKnown) callInWindow('ttq.identify', person);",
      "callInWindow('ttq.track', event, properties, options);",
      "data.gtmOnSuccess();",
    ]
  }

  /// What the pixel's library finds in the window: itself, its pixels, when they were loaded and their options.
  private var loading: [String] {
    let code = destination.pixelCode
    func set(_ key: String, _ value: String) -> String {
      "setInWindow(\(JavaScript.literal(key)), \(value), false);"
    }
    return [
      "const queue = createQueue('ttq');",
      set("TiktokAnalyticsObject", "'ttq'"),
      set("ttq._i", "{}"), set("ttq._i.\(code)", "[]"),
      set("ttq._i.\(code)._u", JavaScript.literal(library)),
      set("ttq._t", "{}"), set("ttq._t.\(code)", "getTimestampMillis()"),
      set("ttq._o", "{}"), set("ttq._o.\(code)", "{}"),
      "",
    ]
  }

  /// Calls of a pixel that has loaded; one that has not finds them in its queue, in the form of its own base code.
  private var queueing: [String] {
    let url = JavaScript.literal("\(library)?sdkid=\(destination.pixelCode)&lib=ttq")
    let token = JavaScript.literal("ttq-\(destination.pixelCode)")
    return [
      "if (getType(copyFromWindow('ttq.track')) === 'function') {",
      "  if (isKnown) callInWindow('ttq.identify', person);",
      "  callInWindow('ttq.track', event, properties, options);",
      "} else {",
      "  if (isKnown) queue(['identify', person]);",
      "  queue(['track', event, properties, options]);",
      "}",
      "injectScript(\(url), data.gtmOnSuccess, data.gtmOnFailure, \(token));",
    ]
  }

  /// The template under a name.
  func template(named name: String, notes: String) -> CustomTemplate {
    let code = TemplateCode(main: main, library: WebLibrary.modules)
    let scenarios = TikTokPixelScenarios(self)
    return CustomTemplate(
      kind: .tag, side: .web, displayName: name,
      description: "Calls TikTok's pixel with the same event, id and values as the server's tag.",
      categories: ["ADVERTISING", "CONVERSIONS"], fields: fields, code: code.text,
      permissions: code.calls.webPermissions, scenarios: scenarios.scenarios,
      setup: scenarios.setup, notes: notes)
  }

  private var fields: [TemplateField] {
    [
      .text(name: "pixel_code", displayName: "Pixel code", validators: [.nonEmpty]),
      .text(name: "event", displayName: "TikTok event", validators: [.nonEmpty]),
      .text(
        name: "event_id", displayName: "Event id",
        help: "The id that the server sends for the same event."),
      .simpleTable(
        name: "person", displayName: "User data",
        columns: [
          SimpleTableColumn(name: "name", displayName: "Name"),
          SimpleTableColumn(name: "value", displayName: "Value"),
        ], newRowButtonText: "Add"),
      .simpleTable(
        name: "properties", displayName: "Properties",
        columns: [
          SimpleTableColumn(name: "name", displayName: "Name"),
          SimpleTableColumn(name: "type", displayName: "Type"),
          SimpleTableColumn(name: "value", displayName: "Value"),
        ], newRowButtonText: "Add"),
    ]
  }
}

extension TikTokConversion {
  /// The expression of the conversion without hashing.
  fileprivate var functionOnly: String {
    String(code.dropFirst("hash(".count).dropLast())
  }
}
