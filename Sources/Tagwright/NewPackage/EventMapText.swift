import Adoption
import Compiler
import Diagnostics

/// The event map of a new plan, for events of the site's own names.
struct EventMapText {
  /// The lines of the map, in groups that a compiler checks quickly.
  let groups: [[String]]

  /// GA4's usual events, as the guides map them.
  static let usualNames = [
    "page_view", "view_item", "add_to_cart", "begin_checkout", "purchase", "generate_lead",
    "search",
  ]

  /// Maps each name to an event of a destination, or says in a comment why not.
  init(names: [String], for destination: StartingDestination) {
    let calls = destination.calls
    var lines: [String] = []
    var used: [String: String] = [:]
    for name in names {
      lines.append(Self.line(for: name, calls, destination, used: &used))
    }
    groups = stride(from: 0, to: lines.count, by: 20).map {
      Array(lines[$0..<min($0 + 20, lines.count)])
    }
  }

  private static func line(
    for name: String, _ calls: [String: String], _ destination: StartingDestination,
    used: inout [String: String]
  ) -> String {
    if let call = calls[name] {
      if let earlier = used[call] {
        return comment(name, call, "'\(earlier)' is sent as this already")
      }
      used[call] = name
      return "On(\(SwiftText.literal(name)), send: \(call))"
    }
    let own = destination.substitute ?? ".custom(\"\(name)\")"
    if let reason = automatic[name]
      ?? (withoutCounterpart.contains(name)
        ? "\(destination.name) has no such event; as a custom one it is for audiences alone" : nil)
    {
      return comment(name, own, reason)
    }
    guard isPossible(name) else {
      return comment(name, nil, "GA4 names have up to 40 letters, digits and underscores")
    }
    if let ga4 = destination.ga4Name(for: name), let call = calls[ga4] {
      return comment(ga4, call, "'\(name)' is \(destination.name)'s name; does '\(ga4)' arrive?")
    }
    if let nearest = Spelling.nearest(to: name, among: calls.keys.sorted()),
      let call = calls[nearest]
    {
      return comment(name, call, "did you mean '\(nearest)'?")
    }
    guard destination.substitute == nil else {
      return comment(name, own, "\(destination.name) has no such event; should it be sent as this?")
    }
    return "On(\"\(name)\", send: \(own))"
  }

  private static func comment(_ name: String, _ call: String?, _ reason: String) -> String {
    let call = call.map { ", send: \($0)" } ?? ""
    return "// On(\(SwiftText.literal(name))\(call))  // \(SwiftText.escaped(reason))"
  }

  /// Google Analytics help, event naming rules.
  private static func isPossible(_ name: String) -> Bool {
    guard name.utf8.count <= 40, let first = name.unicodeScalars.first else { return false }
    let isWord = name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
    }
    return isWord && first != "_" && !("0"..."9").contains(first)
  }

  /// The events that GA4 sends by itself, with the reason each is no conversion.
  private static let automatic: [String: String] = {
    let names = [
      "session_start", "first_visit", "user_engagement", "scroll", "click", "video_start",
      "video_progress", "video_complete", "form_start", "app_remove", "os_update", "page_leave",
    ]
    var reasons: [String: String] = [:]
    for name in names { reasons[name] = "GA4 sends it by itself; it is not a conversion" }
    reasons["form_submit"] = "GA4 sends it for every form; 'generate_lead' says that it was a lead"
    return reasons
  }()

  /// GA4's recommended events that advertising has no standard event for.
  private static let withoutCounterpart: Set<String> = [
    "add_shipping_info", "close_convert_lead", "close_unconvert_lead", "disqualify_lead",
    "earn_virtual_currency", "exception", "join_group", "level_end", "level_start", "level_up",
    "login", "post_score", "qualify_lead", "refund", "remove_from_cart", "select_content",
    "select_item", "select_promotion", "share", "spend_virtual_currency", "tutorial_begin",
    "tutorial_complete", "unlock_achievement", "view_cart", "view_item_list", "view_promotion",
    "working_lead",
  ]
}
