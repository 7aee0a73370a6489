import TagwrightPlan

/// What a new plan says of a destination: its words, and what it makes of GA4's events.
package struct StartingDestination: Sendable {
  private let profile: DestinationProfile
  /// The Swift type of a plan, such as `TikTok`.
  package let type: String

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
  package var takesPhoneDigests: Bool {
    profile.person.forms[.phone]?.takesDigests ?? false
  }

  /// Every destination that has both halves, in the order of the registry.
  package static var all: [StartingDestination] {
    compiledDestinations.filter { $0.profile.pixel != nil }.map {
      StartingDestination(profile: $0.profile, type: "\($0)")
    }
  }

  /// The call for each GA4 event that it has a name for, such as `.search(query: …)`.
  package var calls: [String: String] {
    var calls: [String: String] = [:]
    for (name, role) in profile.vocabulary.events {
      guard let role else { continue }
      let function = ".\(name.prefix(1).lowercased())\(name.dropFirst())"
      for event in role.startingNames where calls[event] == nil {
        calls[event] = "\(function)(\(role.startingArguments))"
      }
    }
    return calls
  }

  /// GA4's name for what the destination calls by this, in whatever case and with underscores.
  package func ga4Name(for name: String) -> String? {
    profile.vocabulary.ga4Name(for: name.filter { $0 != "_" })
  }
}

extension EventRole {
  /// The events that a site sends for it: GA4's own name first.
  fileprivate var startingNames: [String] {
    switch self {
    case .search: [rawValue, "view_search_results"]
    case .customizeProduct: ["customize_product"]
    case .findLocation: ["find_location"]
    case .startTrial: ["start_trial"]
    case .submitApplication: ["submit_application"]
    default: [rawValue]
    }
  }

  /// What its call says of money and products, by the names that a new plan gives to their sources.
  fileprivate var startingArguments: String {
    switch self {
    case .viewContent, .addToCart, .addToWishlist, .checkout, .addPaymentInfo:
      "value: value, currency: currency, contents: .items"
    case .purchase:
      "value: value, currency: currency, contents: .items, orderID: .eventData(\"transaction_id\")"
    case .lead: "value: value, currency: currency"
    case .search: "query: .eventData(\"search_term\")"
    default: ""
    }
  }
}
