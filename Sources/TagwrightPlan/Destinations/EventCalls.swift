/// The function by which a plan writes an event, such as `.purchase(value: …, currency: …, contents: …)`.
package struct EventCall: Hashable, Sendable {
  /// The arguments of the call.
  package enum Shape: Sendable {
    /// Nothing.
    case plain
    /// Value, currency and contents.
    case sale
    /// Contents.
    case products
    /// Search terms.
    case query
    /// The id of a rule.
    case ruled
  }

  /// The function's name.
  package let word: String
  /// The destination's name for the event.
  package let name: String
  /// The origin of that name.
  package let kind: EventPayload.Kind
  /// The arguments of the call.
  package let shape: Shape

  init(_ word: String, _ name: String, _ kind: EventPayload.Kind, _ shape: Shape) {
    self.word = word
    self.name = name
    self.kind = kind
    self.shape = shape
  }
}

/// The function by which a plan writes a further member of an event, such as `.orderID(…)`.
package struct PropertyCall: Sendable {
  /// The function's name.
  package let word: String
  /// The member's names.
  package let names: [String]
  /// The type of its value.
  package let type: PropertyType
}

/// All functions by which a plan writes what a destination gets.
package struct EventCalls: Sendable {
  /// Those for events of the destination's list.
  package let events: [EventCall]
  /// Those for further members of events.
  package let properties: [PropertyCall]
  /// Whether `.custom("name")` sends an event of one's own name.
  package let hasOwnNames: Bool
  /// Whether `.custom("name", …)` sends any other member.
  package let hasOtherProperties: Bool

  /// - Parameter old: those that are deprecated, which nothing may refer to without a warning.
  package init<Destination>(
    of destination: Destination.Type, plain: [DestinationEvent<Destination>.Plain] = [],
    sales: [DestinationEvent<Destination>.Sale] = [],
    products: [DestinationEvent<Destination>.Products] = [],
    queries: [DestinationEvent<Destination>.Query] = [],
    ruled: [DestinationEvent<Destination>.Ruled] = [],
    old: [EventCall] = [], custom: DestinationEvent<Destination>.Custom? = nil,
    properties: [(Source) -> DestinationProperty<Destination>] = []
  ) {
    events =
      plain.map(\.call) + sales.map(\.call) + products.map(\.call) + queries.map(\.call)
      + ruled.map(\.call) + old
    self.properties = properties.map { make in
      let made = make(.constant(""))
      return PropertyCall(
        word: String(made.word.prefix { $0 != "(" }), names: made.property.names,
        type: made.property.type)
    }
    hasOwnNames = custom != nil
    hasOtherProperties = destination is any TakesOtherProperties.Type
  }
}
