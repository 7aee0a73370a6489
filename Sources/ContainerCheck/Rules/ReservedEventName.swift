import Diagnostics
import TagManager

extension ContainerRule {
  /// GA4 takes the names of events that its rules allow.
  static let reservedEventName = ContainerRule(
    "reserved-event-name", .warning, "a GA4 tag sends an event that GA4 does not count",
    documentation: """
      GA4's event names begin with a letter and have at most 40 letters, digits and underscores. Some names are GA4's own,
      such as 'session_start', 'first_visit' and 'user_engagement': what a tag sends under such a name is not counted.
      Choose another name. Names that GA4 collects where its enhanced measurement is on, such as 'scroll' or 'page_view',
      can be sent where it is off.
      """,
    wrong: """
      {"container": {"usageContext": ["WEB"]},
        "tag": [{"tagId": "1", "name": "Engaged", "type": "gaawe",
          "parameter": [{"type": "TEMPLATE", "key": "eventName", "value": "user_engagement"},
            {"type": "TEMPLATE", "key": "measurementIdOverride", "value": "G-ABC1234567"}]}]}
      """,
    right: """
      {"container": {"usageContext": ["WEB"]},
        "tag": [{"tagId": "1", "name": "Engaged", "type": "gaawe",
          "parameter": [{"type": "TEMPLATE", "key": "eventName", "value": "engaged_30_seconds"},
            {"type": "TEMPLATE", "key": "measurementIdOverride", "value": "G-ABC1234567"}]}]}
      """
  ) { container in
    container.tags.compactMap { tag, entity in
      guard tag.type == "gaawe" || tag.type == "sgtmgaaw",
        let name = tag.parameters["eventName"]?.value, !name.isEmpty, !name.contains("{{"),
        let problem = problem(of: name)
      else { return nil }
      return Breach(
        entity, "sends the event '\(name)': \(problem)",
        mend: "choose another name, also where its trigger or another tool waits for this one")
    }
  }

  /// Google Analytics help, event naming rules; those of the reserved names that pages send by hand are left out.
  private static let reserved: Set<String> = [
    "ad_impression", "app_remove", "app_store_refund", "app_store_subscription_cancel",
    "app_store_subscription_renew", "error", "first_open", "first_visit", "in_app_purchase",
    "session_start", "user_engagement",
  ]

  private static func problem(of name: String) -> String? {
    if reserved.contains(name) { return "the name is GA4's own" }
    if name.utf16.count > 40 { return "a name has at most 40 characters" }
    if name.first?.isLetter != true { return "a name begins with a letter" }
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isPlain ? nil : "a name has letters, digits and underscores only"
  }
}
