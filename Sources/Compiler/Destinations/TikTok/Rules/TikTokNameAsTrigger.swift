import TagwrightPlan

extension Rule {
  /// Events arrive under the names of the site.
  static let tikTokNameAsTrigger = Rule(
    warning: .tikTokNameAsTrigger,
    "a name of TikTok stands where the site's own name belongs",
    documentation: """
      'On(…)' takes the name under which an event reaches the server, and the GA4 client passes on the web container's
      name: 'add_to_cart', not 'AddToCart'. TikTok's name is what 'send:' stands for. Where the site really sends such an
      event, allow the rule.
      """,
    wrong: .events(
      """
      On("PageView", send: .pageview())
      """),
    right: .events(
      """
      On("page_view", send: .pageview())
      """),
    check: .eachEvent(of: TikTok.self) { event, destination in
      guard event.eventName.first?.isUppercase == true,
        let name = destination.profile.vocabulary.ga4Name(for: event.eventName)
      else { return [] }
      return [
        Finding(
          "'\(event.eventName)' is TikTok's name, and events arrive under the site's own",
          at: event.place, mend: "GA4 calls this event '\(name)'")
      ]
    })
}
