import SandboxedJS

/// The tags of Google that send hits from a page, by their types in a container.
enum BrowserAnalytics: String, Sendable {
  case googleTag = "googtag"
  /// The form that the Google tag had before 2023.
  case configuration = "gaawc"
  case event = "gaawe"

  /// Fires the tag: a Google tag leaves its settings to the others and counts the page view, an event tag sends its event.
  func run(
    _ tag: TagProgram, _ fields: ScriptValue, _ scope: EventScope, _ effects: inout TagEffects
  ) -> TagResult.Outcome {
    guard let page = scope.page else { return .notSimulated }
    switch self {
    case .googleTag, .configuration:
      let id = (fields["tagId"] ?? fields["measurementId"] ?? .undefined).asText
      guard id.hasPrefix("G-") || id.hasPrefix("GT-") else { return .notSimulated }
      var settings = Self.settings(fields)
      if fields["enableSendToServerContainer"] == true, let url = fields["serverContainerUrl"] {
        settings.set("server_container_url", url)
      }
      page.configure(id, tag: tag.name, settings)
      let isPageViewOff =
        settings.value("send_page_view")?.asText == "false" || fields["sendPageView"] == false
      if !isPageViewOff {
        effects.requests.append(
          GoogleTagHit("page_view", to: id, settings, on: page, scope.context.time).request)
      }
    case .event:
      guard let id = Self.measurementID(fields, page) else {
        effects.logs.append("no measurement id is known: the Google tag has not fired")
        return .failure
      }
      let shared = page.googleTags[id] ?? Self.settingsOfAnyID(page)
      var parameters = shared
      if fields["sendEcommerceData"] == true {
        let source =
          fields["getEcommerceDataFrom"] == "customObject"
          ? fields["ecommerceMacroData"] : page.model.value["ecommerce"]
        if case .object(let members)? = source {
          for member in members { parameters.set(member.key, member.value) }
        }
      }
      if let data = fields["userDataVariable"].map(Self.userData) {
        parameters.set("user_data", data)
      }
      for setting in Self.settings(fields) { parameters.set(setting.key, setting.value) }
      let name = (fields["eventName"] ?? .undefined).asText
      effects.requests.append(
        GoogleTagHit(name, to: id, parameters, on: page, scope.context.time).request)
    }
    return .success
  }

  /// An id, or the name of the tag that has it, or that of the only Google tag.
  private static func measurementID(_ fields: ScriptValue, _ page: PageState) -> String? {
    let own = [fields["measurementIdOverride"], fields["measurementId"]].compactMap { $0?.text }
      .first { !$0.isEmpty }
    guard let own else { return page.googleTags.count == 1 ? page.googleTags.keys.first : nil }
    return page.googleTagIDs[own] ?? (own.hasPrefix("G-") ? own : nil)
  }

  /// The settings of a Google tag whose id, `GT-…`, stands for destinations that only Google knows.
  private static func settingsOfAnyID(_ page: PageState) -> [ScriptValue.Member] {
    page.googleTags.filter { $0.key.hasPrefix("GT-") }.min { $0.key < $1.key }?.value ?? []
  }

  private static let tables = [
    "fieldsToSet", "configSettingsTable", "eventSettingsTable", "eventParameters",
  ]

  /// The rows of all tables, those of shared variables first.
  private static func settings(_ fields: ScriptValue) -> [ScriptValue.Member] {
    var settings: [ScriptValue.Member] = []
    let shared = ["configSettingsVariable", "eventSettingsVariable"].compactMap { fields[$0] }
    for holder in shared + [fields] {
      for table in tables {
        guard case .array(let rows)? = holder[table] else { continue }
        for row in rows {
          guard let name = (row["parameter"] ?? row["name"])?.text, !name.isEmpty else { continue }
          settings.set(name, row["parameterValue"] ?? row["value"] ?? .undefined)
        }
      }
    }
    return settings
  }

  /// Returns the user data that a variable holds: an object, or fields to make one of.
  private static func userData(_ value: ScriptValue) -> ScriptValue {
    guard let mode = value["mode"]?.text else { return value }
    if mode == "CODE" { return value["dataSource"] ?? .undefined }
    let names = ["first_name", "last_name", "street", "city", "region", "postal_code", "country"]
    func members(_ names: [String]) -> [ScriptValue.Member] {
      names.compactMap { name in value[name].map { ScriptValue.Member(name, $0) } }
    }
    let address = members(names)
    return .object(
      members(["email", "phone_number"])
        + (address.isEmpty ? [] : [.init("address", .object(address))]))
  }
}

extension [ScriptValue.Member] {
  fileprivate func value(_ key: String) -> ScriptValue? { last { $0.key == key }?.value }
}
