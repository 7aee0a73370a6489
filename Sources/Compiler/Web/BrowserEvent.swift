import Diagnostics
import TagwrightPlan

/// An event that a destination of the server maps, and what the server reads of it: what the browser has to
/// send.
package struct BrowserEvent: Sendable {
  /// The event's name, in the data layer and on the server alike.
  let name: String
  /// Each once, in the order in which the server reads them.
  private(set) var values: [BrowserValue] = []
  let place: SourcePlace

  init(_ name: String, at place: SourcePlace) {
    self.name = name
    self.place = place
  }

  /// Adds a path of the event data, unless Google's own tag and client fill it.
  mutating func add(_ path: String, from origin: BrowserOrigin, isRequired: Bool = false) {
    guard !BrowserValue.isFilledByGoogle(path) else { return }
    guard let index = values.firstIndex(where: { $0.path == path }) else {
      return values.append(BrowserValue(path: path, origin: origin, isRequired: isRequired))
    }
    if isRequired { values[index].isRequired = true }
  }

  /// Adds the paths that a source reads; the first of several is the one that is required.
  mutating func add(_ source: Source, isRequired: Bool = false) {
    for (index, path) in source.eventDataPaths.enumerated() {
      add(path, from: .dataLayer(path: path), isRequired: isRequired && index == 0)
    }
  }

  /// Adds what another destination reads of the same event.
  mutating func merge(_ other: BrowserEvent) {
    for value in other.values {
      add(value.path, from: value.origin, isRequired: value.isRequired)
    }
  }

  /// Where the browser takes a path of the event data from.
  func origin(of path: String) -> BrowserOrigin {
    values.first { $0.path == path }?.origin ?? .dataLayer(path: path)
  }
}

/// A path of the event data that the server reads.
struct BrowserValue: Hashable, Sendable {
  let path: String
  let origin: BrowserOrigin
  /// Whether a destination cannot use the event without it.
  var isRequired: Bool

  /// The GA4 parameter that carries it: the whole object where it is a part of one.
  var parameter: String {
    if case .dataLayer = origin { return String(path.prefix { $0 != "." }) }
    return path
  }

  /// Whether it travels in the `ecommerce` object, which a GA4 event tag sends whole.
  var isInEcommerce: Bool {
    if case .dataLayer(let path) = origin { return DataLayerKey.isInEcommerce(path) }
    return false
  }

  /// What the Google tag and the GA4 client put into every event.
  private static let filledByGoogle: Set<String> = [
    "client_hints", "client_id", "engagement_time_msec", "event_location", "event_name",
    "ga_session_id", "ga_session_number", "ip_override", "language", "page_encoding",
    "page_hostname", "page_location", "page_path", "page_referrer", "page_title",
    "screen_resolution", "user_agent", "viewport_size",
  ]

  static func isFilledByGoogle(_ path: String) -> Bool {
    let root = path.prefix { $0 != "." }
    return filledByGoogle.contains(String(root)) || root.hasPrefix("x-")
  }
}

/// Where the browser takes a value from.
package enum BrowserOrigin: Hashable, Sendable {
  /// What the site pushed to the data layer.
  case dataLayer(path: String)
  /// A first-party cookie.
  case cookie(name: String)
  /// A parameter of the page's address.
  case urlParameter(name: String)
  /// An id that is new for each event; where an order has a number, that one.
  case eventID(order: String?)
}

/// Where a value of the event data stands in the data layer.
enum DataLayerKey {
  /// The parameters that GA4 expects in `ecommerce`.
  private static let ecommerce: Set<String> = [
    "affiliation", "coupon", "creative_name", "creative_slot", "currency", "item_list_id",
    "item_list_name", "items", "payment_type", "promotion_id", "promotion_name", "shipping",
    "shipping_tier", "tax", "transaction_id", "value",
  ]

  static func isInEcommerce(_ path: String) -> Bool {
    ecommerce.contains(String(path.prefix { $0 != "." }))
  }

  /// The key of a path of the event data.
  static func key(of path: String) -> String {
    isInEcommerce(path) ? "ecommerce.\(path)" : path
  }
}

extension Source {
  /// The paths of the event data that it reads, those of its tables too.
  var eventDataPaths: [String] {
    switch kind {
    case .eventData(let path): [path]
    case .firstOf(let sources): sources.flatMap(\.eventDataPaths)
    case .lookupTable(let table): table.input.eventDataPaths
    case .regexTable(let table): table.input.eventDataPaths
    case .cookie, .urlParameter, .requestHeader, .queryParameter, .constant, .variable, .builtIn: []
    }
  }
}
