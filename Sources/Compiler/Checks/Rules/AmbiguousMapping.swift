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
          notes: [.init("first mapped here", at: earlier.place)]
            + advice(
              isTable, areNarrowed: !mapping.conditions.isEmpty && !earlier.conditions.isEmpty)
        )
      }
    })

  /// Both are sent where both are narrowed or one has a name of its own: that comes last, since it counts twice.
  private static func advice(_ isTable: Bool, areNarrowed: Bool) -> [Diagnostic.Note] {
    if isTable {
      return [
        .init("take one of them out"),
        .init("'layout: .tagPerEvent' can send one event as two, or each under a condition"),
      ]
    }
    guard !areNarrowed else {
      return [.init("take one of them out, or give one a 'name:' if never both conditions hold")]
    }
    return [
      .init("take one of them out: each would be counted"),
      .init("or narrow both with 'where:', and give one a 'name:' of its own"),
    ]
  }
}
