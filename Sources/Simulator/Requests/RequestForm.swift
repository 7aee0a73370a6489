import CustomTemplate
package import JSONText
package import SandboxedJS

/// The address, members and answers of a destination's requests, as far as simulations and proofs have to know them; each
/// destination describes its own.
///
/// It is a class, because every request asks for the form of its endpoint.
package final class RequestForm: Sendable {
  /// A member of a request and what it has to be.
  package struct Member: Sendable {
    /// The forms required of a member.
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

  /// The place of the things that an event is about, such as the products of an order.
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

  /// A key by which a destination finds a person.
  package struct MatchKey: Hashable, Sendable {
    /// The destination's name for the key, such as `email`.
    package let name: String
    /// The path of the key below the event; `[]` for the entries of a list: `user.email`,
    /// `user.userIds[].idType`.
    package let path: String
    /// The value that an entry of a list has there; `nil` where the member itself is the key.
    package let entry: String?
    /// Whether it usually comes in a cookie.
    package let isCookie: Bool

    package init(_ name: String, _ path: String, entry: String? = nil, isCookie: Bool) {
      self.name = name
      self.path = path
      self.entry = entry
      self.isCookie = isCookie
    }
  }

  /// A place where a visitor brings an id of a click or of the browser.
  package struct Identifier: Sendable {
    /// The parameter of the landing page's address; `nil` where no address has it.
    let urlParameter: String?
    let cookie: String

    package init(urlParameter: String?, cookie: String) {
      self.urlParameter = urlParameter
      self.cookie = cookie
    }
  }

  /// The beginning of the addresses of its requests, such as `https://events.example.com/`.
  package let address: String
  /// The parameter of its addresses that is a token; `nil` where none is.
  package let tokenParameter: String?
  /// The answer to an event that it accepts.
  package let acceptance: HTTPAnswer
  /// The path of the events in a request's body: a list; empty where the body is the one event.
  package let eventList: String
  /// An event's name, below the event.
  package let eventName: String
  /// The id by which the browser's event and the server's are one, below the event.
  package let eventID: String
  /// The members that every body has to have.
  let bodyMembers: [Member]
  /// The members that every event has to have, or only the events that a member names.
  let eventMembers: [Member]
  /// `nil` where it takes none.
  let contents: Contents?
  /// The keys by which it finds a person, in the order of their names.
  package let matchKeys: [MatchKey]
  let identifiers: [Identifier]
  /// The reason an answer refuses an event, by its status and its body or a summary of that, in
  /// words that hold nothing of the event; `nil` for an answer that takes it.
  package let refusal: @Sendable (_ status: Int?, _ answer: String?) -> String?

  /// Describes requests; paths of members lie below the body or below the event.
  package init(
    address: String, tokenParameter: String? = nil, acceptance: HTTPAnswer,
    events eventList: String, name eventName: String,
    id eventID: String, bodyMembers: [Member], eventMembers: [Member], contents: Contents?,
    matchKeys: [MatchKey] = [], identifiers: [Identifier] = [],
    refusal: @escaping @Sendable (_ status: Int?, _ answer: String?) -> String? = { status, _ in
      status.flatMap { (200..<300).contains($0) ? nil : "status \($0)" }
    }
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
    self.matchKeys = matchKeys
    self.identifiers = identifiers
    self.refusal = refusal
  }
}

extension [RequestForm] {
  /// The one that a request goes to.
  func endpoint(of request: OutgoingRequest) -> RequestForm? {
    guard let place = firstIndex(where: { request.url.hasPrefix($0.address) }) else { return nil }
    return self[place]
  }
}

extension RequestForm {
  /// The same for the events of a container: what none of its templates names is not sent, whatever the cookies.
  package func of(_ container: ContainerProgram) -> RequestForm {
    let keys = matchKeys.map { key in
      let name = key.entry ?? key.path.split(separator: ".").last.map(String.init) ?? key.path
      let isCookie = container.templates.contains { program in
        guard let code = program.template?.code else { return false }
        return code.containsText(".\(name)") || code.containsText("'\(name)'")
      }
      return MatchKey(key.name, key.path, entry: key.entry, isCookie: key.isCookie && isCookie)
    }
    return RequestForm(
      address: address, tokenParameter: tokenParameter, acceptance: acceptance, events: eventList,
      name: eventName, id: eventID, bodyMembers: bodyMembers, eventMembers: eventMembers,
      contents: contents, matchKeys: keys, identifiers: identifiers, refusal: refusal)
  }

  /// The events of a body.
  package func events(in body: JSON) -> [JSON] {
    eventList.isEmpty ? [body] : body.value(at: eventList)?.array ?? []
  }

  /// The members that an event of a request needs and does not have in the right form; its list of things where it is
  /// missing or empty.
  package func missingMembers(of request: OutgoingRequest) -> [String] {
    SentEvents(request, to: self).unfulfilledMembers
  }

  /// The same for a body that is read.
  package func missingMembers(in body: JSON) -> [String] {
    SentEvents(body, to: self).unfulfilledMembers
  }
}
