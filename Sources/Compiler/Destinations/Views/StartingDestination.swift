package import TagwrightPlan

/// A destination's part of a new plan: its words, and what it makes of GA4's events.
package struct StartingDestination: Sendable {
  private let kind: any CompiledDestination.Type
  private var profile: DestinationProfile { kind.profile }

  /// The Swift type of a plan, such as `TikTok`.
  package var type: String { "\(kind)" }
  /// The destination's name.
  package var name: String { profile.name }
  /// The name by which a command line chooses it.
  package var word: String { name.lowercased().filter(\.isLetter) }
  /// The property of a plan that holds it.
  package var property: String { type.prefix(1).lowercased() + type.dropFirst() }
  /// The environment variable of its token.
  package var secret: String { "\(word.uppercased())_ACCESS_TOKEN" }
  /// The values of its account: the label in the plan, an invented value, and where the own one is found.
  package var account: [(label: String, example: String, place: String)] {
    profile.account.filter { !$0.planLabel.isEmpty }.map {
      ($0.planLabel, $0.planExample, $0.place)
    }
  }
  /// Whether it takes the digest of a phone number that the page has made for Google.
  package var takesPhoneDigests: Bool { profile.person.forms[.phone]?.takesDigests ?? false }
  /// The match keys that it takes.
  package var matchKeys: Set<MatchKey.Kind> { Set(profile.person.forms.keys) }
  /// The call for an event that it has no name for; `nil` where it takes the site's own names.
  package var substitute: String? { profile.vocabulary.substitute }

  /// Every destination that has both halves, in the order of the registry.
  package static var all: [StartingDestination] {
    compiledDestinations.filter { $0.profile.pixel != nil }.map(StartingDestination.init)
  }

  /// The call for each GA4 event that it has a name for, such as `.search(query: …)`.
  package var calls: [String: String] {
    var calls: [String: String] = [:]
    for (index, event) in profile.vocabulary.events.enumerated() {
      guard let role = event.role else { continue }
      let call = "\(kind.function(for: event.name))(\(arguments(of: role, index)))"
      // A site may send what GA4 sends of itself for its searches.
      for name in [role.rawValue] + (role == .search ? ["view_search_results"] : [])
      where calls[name] == nil {
        calls[name] = call
      }
    }
    return calls
  }

  /// Returns the arguments of an event's call: its invented rule where events have some, and what
  /// of money and products is taken, by the names that a new plan gives to their sources.
  private func arguments(of role: EventRole, _ index: Int) -> String {
    let commerce = profile.commerce
    let hasRules = profile.event.path { if case .eventID = $0 { true } else { false } } != nil
    var arguments = hasRules ? ["rule: \"\(100_001 + index)\""] : []
    switch role {
    case .viewContent, .addToCart, .addToWishlist, .checkout, .addPaymentInfo, .purchase, .lead:
      arguments.append("value: value, currency: currency")
      if role != .lead, commerce.contents != nil { arguments.append("contents: .items") }
      if role == .purchase, !commerce.orderID.isEmpty {
        arguments.append("orderID: .eventData(\"transaction_id\")")
      }
    case .search where !commerce.query.isEmpty:
      arguments.append("query: .eventData(\"search_term\")")
    default: break
    }
    return arguments.joined(separator: ", ")
  }

  /// GA4's name for what the destination calls by this, in whatever case and with underscores.
  package func ga4Name(for name: String) -> String? { profile.vocabulary.ga4Name(for: name) }
}
