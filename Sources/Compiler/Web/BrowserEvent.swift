import Diagnostics
import Simulator
import TagwrightPlan

/// An event that a destination of the server maps, and what the server reads of it: what the browser has to
/// send.
package struct BrowserEvent: Sendable {
  /// The event's name, in the data layer and on the server alike.
  let name: String
  /// Each once, in the order in which the server reads them.
  private(set) var values: [BrowserValue] = []
  /// The other conditions that have to hold for the server's tag to fire.
  let conditions: [Condition]
  /// The types of consent that the destination asks for; empty where it asks for none.
  private let consentTypes: [ConsentType]
  let place: SourcePlace

  init(
    _ name: String, where conditions: [Condition] = [], consent: Consent, at place: SourcePlace
  ) {
    self.name = name
    self.conditions = conditions
    self.place = place
    consentTypes =
      if case .required(let types, _) = consent.kind { types } else { [] }
  }

  /// Adds a path of the event data, unless Google's own tag and client fill it.
  ///
  /// - Parameter isPersonal: whether it says who the visitor is, so that it is sent only with consent.
  mutating func add(
    _ path: String, from origin: BrowserOrigin, isRequired: Bool = false, isPersonal: Bool = false
  ) {
    guard !CommonEventData.isFilledByGoogle(path) else { return }
    add(
      BrowserValue(
        path: path, origin: CommonEventData.named(path)?.pageValue.map { .page($0) } ?? origin,
        isRequired: isRequired, isPersonal: isPersonal, consents: [consentTypes]))
  }

  private mutating func add(_ value: BrowserValue) {
    guard let index = values.firstIndex(where: { $0.path == value.path }) else {
      return values.append(value)
    }
    if value.isRequired { values[index].isRequired = true }
    if value.isPersonal { values[index].isPersonal = true }
    values[index].consents += value.consents.filter { !values[index].consents.contains($0) }
    // What the browser finds by itself needs no push.
    if case .dataLayer = values[index].origin { values[index].origin = value.origin }
  }

  /// Adds the paths that a source reads; the first of several is the one that is required.
  mutating func add(_ source: Source, isRequired: Bool = false, isPersonal: Bool = false) {
    for (index, path) in source.eventDataPaths.enumerated() {
      add(
        path, from: .dataLayer(path: path), isRequired: isRequired && index == 0,
        isPersonal: isPersonal)
    }
  }

  /// Adds what another destination reads of the same event.
  mutating func merge(_ other: BrowserEvent) {
    for value in other.values { add(value) }
  }

  /// Takes what another event finds in a cookie or in the address from there, too: one name has one meaning.
  mutating func adoptOrigins(of other: BrowserEvent) {
    for value in other.values {
      switch value.origin {
      case .cookie, .urlParameter:
        if let index = values.firstIndex(where: { $0.path == value.path }) {
          values[index].origin = value.origin
        }
      case .dataLayer, .eventID, .page: break
      }
    }
  }

  /// Returns the origin from which the browser takes a path of the event data.
  func origin(of path: String) -> BrowserOrigin {
    values.first { $0.path == path }?.origin ?? .dataLayer(path: path)
  }
}

/// A path of the event data that the server reads.
struct BrowserValue: Hashable, Sendable {
  let path: String
  fileprivate(set) var origin: BrowserOrigin
  /// Whether a destination cannot use the event without it.
  var isRequired: Bool
  /// Whether it says who the visitor is.
  fileprivate(set) var isPersonal: Bool
  /// The consent that each destination that gets it asks for: that of one of them is enough, and an
  /// empty list stands for one that asks for none.
  fileprivate(set) var consents: [[ConsentType]]

  /// Whether it is sent only with consent.
  var needsConsent: Bool { isPersonal && !consents.contains([]) }

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
}

/// The origins from which the browser can take a value.
enum BrowserOrigin: Hashable, Sendable {
  /// A value that the site pushed to the data layer.
  case dataLayer(path: String)
  /// A first-party cookie.
  case cookie(name: String)
  /// A parameter of the page's address.
  case urlParameter(name: String)
  /// An id that is new for each event; where an order has a number, that one.
  case eventID(order: String?)
  /// Something that every page has.
  case page(PageValue)
}

/// The place of a value of the event data in the data layer.
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
