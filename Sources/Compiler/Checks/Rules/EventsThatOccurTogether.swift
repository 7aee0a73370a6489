import Diagnostics
import TagwrightPlan

extension Rule {
  /// One thing that happened would count twice.
  static let eventsThatOccurTogether = Rule(
    warning: .eventsThatOccurTogether,
    "two events that occur together are sent as the same event",
    documentation: """
      GA4 sends some events together: a form leads to 'form_submit' and 'generate_lead', a search to 'search' and
      'view_search_results'. Mapped to one event of a destination they count twice, since each has an id of its own. Map one
      of them, or narrow both with 'where:' so that never both apply.
      """,
    wrong: .events(
      """
      On("search", send: .search(query: .eventData("search_term")))
      On("view_search_results", send: .search(query: .eventData("search_term")))
      """),
    right: .events(
      """
      On("search", send: .search(query: .eventData("search_term")))
      """),
    check: .eachDestination { destination, _ in
      var first: [String: ResolvedEvent] = [:]
      return destination.events.compactMap { event in
        guard event.mapping.conditions.isEmpty,
          let group = together.firstIndex(where: { $0.contains(event.eventName) })
        else { return nil }
        let key = "\(group) \(event.currentName)"
        guard let earlier = first[key] else {
          first[key] = event
          return nil
        }
        guard earlier.eventName != event.eventName else { return nil }
        return Finding(
          "'\(earlier.eventName)' and '\(event.eventName)' occur together, and both are sent as '\(event.currentName)'",
          at: event.place,
          notes: [
            .init("first mapped here", at: earlier.place),
            .init("map one of them, or narrow both with 'where:'"),
          ]
        ).allowed(by: event.mapping.allowances)
      }
    })
}

/// Events that one action of a visitor leads to.
///
/// Google Analytics help, automatically collected events and enhanced measurement.
private let together: [Set<String>] = [
  ["generate_lead", "form_submit", "form_start"],
  ["page_view", "session_start", "first_visit", "user_engagement"],
  ["search", "view_search_results"],
  ["select_item", "view_item"],
  ["sign_up", "login"],
]
