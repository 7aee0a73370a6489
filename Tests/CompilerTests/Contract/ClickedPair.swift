import CustomTemplate
import TagManager

/// A pair of containers as people click them together: variables for the data layer, the pixel in custom HTML, a GA4
/// tag, and on the server one tag of a template that finds most values in the event data by itself.
struct ClickedPair {
  var web = ContainerVersion(
    container: Container(publicID: "GTM-WEB1234", usageContexts: [.web]))
  var server = ContainerVersion(
    container: Container(publicID: "GTM-SRV1234", usageContexts: [.server]))

  static let html = """
    <script>
      ttq.identify({email: '{{dlv - email}}'});
      ttq.track('Purchase', {
        contents: {{dlv - items}},
        value: {{dlv - value}},
        currency: '{{dlv - currency}}'
      }, {event_id: '{{Unique event id}}'});
    </script>
    """

  private static let pixelCode = "D6AP4E3C77U3L7SP8O7G"

  init() {
    addWeb()
    addServer()
  }

  private mutating func addWeb() {
    for (name, key) in [
      ("email", "user_data.email"), ("items", "ecommerce.items"), ("value", "ecommerce.value"),
      ("currency", "ecommerce.currency"), ("user data", "user_data"), ("event_id", "event_id"),
      ("hashed email", "user_data.sha256_email_address"),
    ] {
      addVariable("dlv - \(name)", "v", [.template("name", key)])
    }
    addVariable(
      "cookie - ttp", "k", [.boolean("decodeCookie", false), .template("name", "_ttp")])
    addVariable(
      "uuid", "jsm",
      [.template("javascript", "function() { return 'id-' + Math.random().toString(36); }")])
    addTemplate(
      "5", .variable, .web, "Unique event id",
      "return (data.of || 'event') + require('getTimestampMillis')() + '_' + require('copyFromDataLayer')('gtm.uniqueEventId');",
      [.readDataLayer(keys: ["gtm.uniqueEventId"])])
    addVariable("Unique event id", "cvt_1_5", [])
    web.triggers = [Self.trigger("10", "purchase")]
    web.tags = [
      Tag(
        id: "1", name: "Google tag", type: "googtag",
        parameters: [
          .template("tagId", "G-ABC1234567"),
          Self.rows(
            "configSettingsTable", [("server_container_url", "https://sgtm.example.com")]),
        ], firingTriggerIDs: [ReservedTrigger.initialization.id]),
      Tag(
        id: "2", name: "GA4 - purchase", type: "gaawe",
        parameters: [
          .boolean("sendEcommerceData", true), .template("getEcommerceDataFrom", "dataLayer"),
          .template("eventName", "purchase"), .template("measurementIdOverride", "G-ABC1234567"),
          Self.rows(
            "eventSettingsTable",
            [
              ("event_id", "{{Unique event id}}"), ("ttp", "{{cookie - ttp}}"),
              ("user_data", "{{dlv - user data}}"),
            ]),
        ], firingTriggerIDs: ["10"]),
      Tag(
        id: "3", name: "TikTok - Purchase", type: "html",
        parameters: [.template("html", Self.html)], firingTriggerIDs: ["10"],
        consentSettings: .needed(["ad_storage"])),
    ]
  }

  private mutating func addServer() {
    addTemplate(
      "7", .tag, .server, "TikTok Events API",
      """
      const getEventData = require('getEventData');
      const JSON = require('JSON');
      const consent = getEventData('x-ga-gcs') || '';
      if (data.adStorageConsent === 'required' && consent.slice(2, 3) !== '1') return data.gtmOnSuccess();
      const sent = {
        event: data.eventName, event_id: data.event_id, user: {ttp: data.ttp, email: data.email},
        properties: {value: data.value, currency: data.currency, contents: getEventData('items')}
      };
      require('sendHttpRequest')('https://business-api.tiktok.com/open_api/v1.3/event/track/',
        data.gtmOnSuccess, {method: 'POST'},
        JSON.stringify({event_source: 'web', event_source_id: data.pixelId, data: [sent]}));
      """,
      [
        .readEventData(keys: ["items", "event_id", "x-ga-gcs"]),
        .sendHTTP(urls: ["https://business-api.tiktok.com/"]),
      ])
    for path in ["value", "currency", "event_id", "ttp", "user_data.email", "lead_type"] {
      addVariable("ed - \(path)", "ed", [.template("keyPath", path)], onServer: true)
    }
    server.triggers = [Self.trigger("20", "purchase")]
    server.tags = [
      Tag(
        id: "8", name: "TikTok CAPI - Purchase", type: "cvt_1_7",
        parameters: [
          .template("pixelId", Self.pixelCode), .template("eventName", "Purchase"),
          .template("event_id", "{{ed - event_id}}"), .template("ttp", "{{ed - ttp}}"),
          .template("email", "{{ed - user_data.email}}"), .template("value", "{{ed - value}}"),
          .template("currency", "{{ed - currency}}"), .template("adStorageConsent", "required"),
        ], firingTriggerIDs: ["20"])
    ]
  }

  static func trigger(_ id: String, _ event: String) -> Trigger {
    Trigger(
      id: id, name: "ce - \(event)", type: .customEvent,
      customEventFilters: [Condition("{{_event}}", .equals, event)])
  }

  static func rows(_ key: String, _ rows: [(String, String)]) -> Parameter {
    .list(
      key,
      rows.map { .map([.template("parameter", $0.0), .template("parameterValue", $0.1)]) })
  }

  mutating func addVariable(
    _ name: String, _ type: String, _ parameters: [Parameter], onServer: Bool = false
  ) {
    let count = onServer ? server.variables.count : web.variables.count
    let variable = Variable(id: "\(100 + count)", name: name, type: type, parameters: parameters)
    if onServer { server.variables.append(variable) } else { web.variables.append(variable) }
  }

  mutating func addTemplate(
    _ id: String, _ kind: CustomTemplate.Kind, _ side: CustomTemplate.Side, _ name: String,
    _ code: String, _ permissions: [TemplatePermission]
  ) {
    let template = CustomTemplate(
      kind: kind, side: side, displayName: name, description: "", code: code,
      permissions: permissions)
    let entity = TemplateEntity(
      id: id, name: name, templateData: template.text, containerID: "1")
    if side == .web {
      web.customTemplates.append(entity)
    } else {
      server.customTemplates.append(entity)
    }
  }

  /// Replaces a text in the pixel's HTML.
  mutating func replaceHTML(_ old: String, _ new: String) {
    web.tags[2].parameters = [.template("html", Self.html.replacing(old, with: new))]
  }

  /// Changes a parameter of the GA4 tag; `nil` takes it away.
  mutating func setParameter(_ name: String, _ value: String?, as other: String? = nil) {
    for index in web.tags[1].parameters.indices {
      let rows = web.tags[1].parameters[index].list
      web.tags[1].parameters[index].list = rows.compactMap { row in
        guard row.map.first?.value == name else { return row }
        guard let value else { return nil }
        return .map([
          .template("parameter", other ?? name), .template("parameterValue", value),
        ])
      }
    }
  }

  /// Changes a field of the server's tag; `nil` takes it away.
  mutating func setField(_ key: String, _ value: String?) {
    server.tags[0].parameters.removeAll { $0.key == key }
    if let value { server.tags[0].parameters.append(.template(key, value)) }
  }
}
