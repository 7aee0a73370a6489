import TagwrightPlan

/// The kinds of events, whatever a destination calls them; by GA4's names for them.
enum EventRole: String, Sendable {
  case addPaymentInfo = "add_payment_info"
  case addToCart = "add_to_cart"
  case addToWishlist = "add_to_wishlist"
  case checkout = "begin_checkout"
  case download = "file_download"
  case lead = "generate_lead"
  case listView = "view_item_list"
  case login
  case pageView = "page_view"
  case purchase
  case registration = "sign_up"
  case search
  case share
  case videoStart = "video_start"
  case viewContent = "view_item"
  // Names in GA4's style for what GA4 has no name for.
  case contact, donate, schedule, subscribe
  case customizeProduct = "customize_product"
  case findLocation = "find_location"
  case startTrial = "start_trial"
  case submitApplication = "submit_application"

  /// GA4's own name for it, where it has one.
  var ga4Name: String? {
    switch self {
    case .contact, .customizeProduct, .donate, .findLocation, .schedule, .startTrial,
      .submitApplication, .subscribe:
      nil
    default: rawValue
    }
  }
}

/// The names that a destination has for events.
struct EventVocabulary: Sendable {
  /// The names that its plan has functions for; names of before among them.
  let events: [(name: String, role: EventRole?)]
  /// Events that nobody optimises for without products, or without a value.
  let needContents: Set<EventRole> = [.addToWishlist, .customizeProduct, .purchase]
  let needValue: Set<EventRole> = [.purchase, .startTrial, .subscribe, .viewContent]
  /// The currencies that it takes; empty for all of ISO 4217.
  let currencies: [String]
  /// The maximum length of a custom name, in characters; `nil` where that is not documented.
  let longestOwnName: Int?
  /// The call for an event that it has no name for; `nil` where names of one's own are taken.
  let substitute: String?

  let names: Set<String>

  init(
    _ events: KeyValuePairs<String, EventRole?>, currencies: [String] = [],
    longestOwnName: Int? = nil, substitute: String? = nil
  ) {
    self.longestOwnName = longestOwnName
    self.substitute = substitute
    self.events = events.map { ($0.key, $0.value) }
    self.currencies = currencies
    names = Set(events.map(\.key))
  }

  func role(of name: String) -> EventRole? { events.first { $0.name == name }?.role }

  /// GA4's name for what the destination calls by this, in whatever case, with underscores or without.
  func ga4Name(for name: String) -> String? {
    func plain(_ name: String) -> String { name.lowercased().filter { $0 != "_" } }
    return events.first { plain($0.name) == plain(name) }?.role?.ga4Name
  }
}

extension CompiledDestination {
  /// The function that makes an event of the destination's list, such as `.addToCart`.
  static func function(for name: String) -> String {
    ".\(calls.events.first { $0.name == name }?.word ?? "custom")"
  }
}
