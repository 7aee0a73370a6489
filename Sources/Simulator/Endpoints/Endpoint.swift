package import SandboxedJS

/// The place that a destination's requests go to, as far as simulations and proofs have to know it; each destination
/// describes its own.
package struct Endpoint: Sendable {
  /// A member of a request and what it has to be.
  package struct Member: Sendable {
    /// What a member has to be.
    package enum Form: Sendable {
      /// A text that is not empty.
      case text
      case number
      /// A number as text, with a point.
      case decimal
      /// The three capital letters of ISO 4217.
      case currency
    }

    let path: String
    let form: Form
    /// The names of the events that need it; empty for all.
    let events: Set<String>

    /// A member at a path, such as `properties.value`.
    package init(_ path: String, _ form: Form, of events: Set<String> = []) {
      self.path = path
      self.form = form
      self.events = events
    }
  }

  /// Where the things stand that an event is about, such as the products of an order.
  package struct Contents: Sendable {
    let path: String
    let id: String
    let price: String
    let quantity: String
    /// Whether a thing without an id is left out.
    let needsID: Bool
    /// The names of the events that need them.
    let events: Set<String>

    /// A list at a path, and the names of its entries' members.
    package init(
      _ path: String, id: String, price: String, quantity: String, needsID: Bool = false,
      of events: Set<String>
    ) {
      self.path = path
      self.id = id
      self.price = price
      self.quantity = quantity
      self.needsID = needsID
      self.events = events
    }
  }

  /// How the addresses of its requests begin, such as `https://events.example.com/`.
  package let address: String
  /// The parameter of its addresses that is a token; `nil` where none is.
  package let tokenParameter: String?
  /// What it answers to an event that it accepts.
  package let acceptance: HTTPAnswer
  /// Where a request's body has its events: a list; empty where the body is the one event.
  package let eventList: String
  /// An event's name, below the event.
  package let eventName: String
  /// The id by which the browser's event and the server's are one, below the event.
  package let eventID: String
  /// What every body has to have.
  let bodyMembers: [Member]
  /// What every event has to have, or those that a member names.
  let eventMembers: [Member]
  /// `nil` where it takes none.
  let contents: Contents?

  /// Describes an endpoint; paths of members lie below the body or below the event.
  package init(
    address: String, tokenParameter: String? = nil, acceptance: HTTPAnswer,
    events eventList: String, name eventName: String,
    id eventID: String, bodyMembers: [Member], eventMembers: [Member], contents: Contents?
  ) {
    self.address = address
    self.tokenParameter = tokenParameter
    self.acceptance = acceptance
    self.eventList = eventList
    self.eventName = eventName
    self.eventID = eventID
    self.bodyMembers = bodyMembers
    self.eventMembers = eventMembers
    self.contents = contents
  }
}

extension [Endpoint] {
  /// The one that a request goes to.
  func endpoint(of request: OutgoingRequest) -> Endpoint? {
    first { request.url.hasPrefix($0.address) }
  }
}

extension Endpoint {
  /// The members that an event of a request needs and does not have in the right form; its list of things where it is
  /// missing or empty.
  package func missingMembers(of request: OutgoingRequest) -> [String] {
    SentEvents(request, to: self).unfulfilledMembers
  }
}
