import Diagnostics
import TagwrightPlan

extension Rule {
  /// One name in a layout has one meaning.
  static let ambiguousMapping = Rule(
    error: "ambiguous-mapping",
    "one event is mapped twice under one name",
    documentation: """
      A tag per event needs a name per tag: where one event of the site is sent twice as the same event of TikTok, 'name:'
      tells them apart. A lookup table has one row, and so one event of TikTok, per event of the site.
      """,
    wrong: .events(
      """
      On("purchase", where: .eventData("shop") == "de", send: .lead())
      On("purchase", where: .eventData("shop") == "ch", send: .lead())
      """),
    right: .events(
      """
      On("purchase", where: .eventData("shop") == "de", send: .lead(), name: "TikTok lead, Germany")
      On("purchase", where: .eventData("shop") == "ch", send: .lead(), name: "TikTok lead, Switzerland")
      """),
    check: .each(TikTok.self) { tikTok, _ in
      let isTable = tikTok.layout == .lookupTable
      var first: [String: On<TikTok.Event>] = [:]
      return tikTok.events.compactMap { mapping in
        let key = isTable ? mapping.eventName : tikTok.tagName(mapping)
        guard let earlier = first[key] else {
          first[key] = mapping
          return nil
        }
        return Finding(
          isTable
            ? "a lookup table has one TikTok event for '\(mapping.eventName)'"
            : "'\(mapping.eventName)' is sent twice as '\(mapping.event.name)'",
          at: mapping.place,
          notes: [
            .init("first mapped here", at: earlier.place),
            .init(
              isTable
                ? "use 'layout: .tagPerEvent' to send one event twice"
                : "give one of them a 'name:' of its own"),
          ])
      }
    })
}
