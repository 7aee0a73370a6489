import Diagnostics
import TagwrightPlan

extension Rule {
  /// One name in a layout has one meaning.
  static let ambiguousMapping = Rule(
    error: "ambiguous-mapping",
    "one event is mapped twice under one name",
    documentation: """
      A tag per event needs a name per tag: where one event of the site is sent twice as the same event of a destination,
      'name:' tells them apart. A lookup table has one row, and so one event of the destination, per event of the site.
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
    check: .eachDestination { destination, _ in
      let isTable = destination.declaration.layout == .lookupTable
      var first: [String: ResolvedEvent] = [:]
      return destination.events.compactMap { event in
        let key = isTable ? event.eventName : event.tagName
        guard let earlier = first[key] else {
          first[key] = event
          return nil
        }
        return Finding(
          isTable
            ? "a lookup table has one \(destination.profile.name) event for '\(event.eventName)'"
            : "'\(event.eventName)' is sent twice as '\(event.sentAs)'",
          at: event.place,
          notes: [.init("first mapped here", at: earlier.place)]
            + advice(
              isTable,
              areNarrowed: !event.mapping.conditions.isEmpty && !earlier.mapping.conditions.isEmpty)
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
