import Diagnostics

/// The event map of a new plan, for events of the site's own names.
struct EventMapText {
  /// The lines of the map, in groups that a compiler checks quickly.
  let groups: [[String]]

  /// GA4's usual events, as the guides map them.
  static let usual = EventMapText(names: [
    "page_view", "view_item", "add_to_cart", "begin_checkout", "purchase", "generate_lead",
    "search",
  ])

  /// Maps each name to an event of TikTok, or says in a comment why not.
  init(names: [String]) {
    var lines: [String] = []
    var used: [String: String] = [:]
    for name in names { lines.append(Self.line(for: name, used: &used)) }
    groups = stride(from: 0, to: lines.count, by: 20).map {
      Array(lines[$0..<min($0 + 20, lines.count)])
    }
  }

  private static func line(for name: String, used: inout [String: String]) -> String {
    if let call = calls[name] {
      if let earlier = used[call] {
        return comment(name, call, "'\(earlier)' is sent as this already")
      }
      used[call] = name
      return "On(\(SwiftText.literal(name)), send: \(call))"
    }
    if let reason = unsuitable[name] { return comment(name, ".custom(\"\(name)\")", reason) }
    guard isPossible(name) else {
      return comment(name, nil, "GA4 names have up to 40 letters, digits and underscores")
    }
    if let ga4 = ga4Names[name.lowercased().filter { $0 != "_" }], let call = calls[ga4] {
      return comment(ga4, call, "'\(name)' is TikTok's name; does '\(ga4)' arrive?")
    }
    if let nearest = Spelling.nearest(to: name, among: calls.keys.sorted()),
      let call = calls[nearest]
    {
      return comment(name, call, "did you mean '\(nearest)'?")
    }
    return "On(\"\(name)\", send: .custom(\"\(name)\"))"
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

  /// What GA4's recommended events are to TikTok (GA4 recommended events; TikTok Events API v1.3, standard events).
  private static let calls: [String: String] = [
    "page_view": ".pageview()",
    "view_item": ".viewContent(value: value, currency: currency, contents: .items)",
    "add_to_cart": ".addToCart(value: value, currency: currency, contents: .items)",
    "add_to_wishlist": ".addToWishlist(value: value, currency: currency, contents: .items)",
    "begin_checkout": ".initiateCheckout(value: value, currency: currency, contents: .items)",
    "add_payment_info": ".addPaymentInfo(value: value, currency: currency, contents: .items)",
    "purchase":
      ".purchase(value: value, currency: currency, contents: .items, orderID: .eventData(\"transaction_id\"))",
    "generate_lead": ".lead(value: value, currency: currency)",
    "sign_up": ".completeRegistration()",
    "search": ".search(query: .eventData(\"search_term\"))",
    "view_search_results": ".search(query: .eventData(\"search_term\"))",
    "file_download": ".download()",
    "contact": ".contact()", "schedule": ".schedule()", "subscribe": ".subscribe()",
    "start_trial": ".startTrial()", "submit_application": ".submitApplication()",
    "find_location": ".findLocation()", "customize_product": ".customizeProduct()",
  ]

  /// TikTok's names without their capitals, and what GA4 calls the same.
  private static let ga4Names: [String: String] = [
    "pageview": "page_view", "viewcontent": "view_item", "addtocart": "add_to_cart",
    "addtowishlist": "add_to_wishlist", "initiatecheckout": "begin_checkout",
    "addpaymentinfo": "add_payment_info", "completepayment": "purchase",
    "placeanorder": "purchase", "lead": "generate_lead", "submitform": "generate_lead",
    "completeregistration": "sign_up", "download": "file_download", "purchase": "purchase",
    "search": "search",
  ]

  /// What GA4 sends by itself or recommends, and TikTok has no event for.
  private static let unsuitable: [String: String] = {
    let automatic = [
      "session_start", "first_visit", "user_engagement", "scroll", "click", "video_start",
      "video_progress", "video_complete", "form_start", "app_remove", "os_update", "page_leave",
    ]
    var reasons: [String: String] = [:]
    for name in automatic { reasons[name] = "GA4 sends it by itself; it is not a conversion" }
    // GA4, recommended events.
    let withoutCounterpart = [
      "add_shipping_info", "close_convert_lead", "close_unconvert_lead", "disqualify_lead",
      "earn_virtual_currency", "exception", "join_group", "level_end", "level_start", "level_up",
      "login", "post_score", "qualify_lead", "refund", "remove_from_cart", "select_content",
      "select_item", "select_promotion", "share", "spend_virtual_currency", "tutorial_begin",
      "tutorial_complete", "unlock_achievement", "view_cart", "view_item_list", "view_promotion",
      "working_lead",
    ]
    for name in withoutCounterpart {
      reasons[name] = "TikTok has no such event; as a custom one it is for audiences alone"
    }
    reasons["form_submit"] = "GA4 sends it for every form; 'generate_lead' says that it was a lead"
    return reasons
  }()
}
