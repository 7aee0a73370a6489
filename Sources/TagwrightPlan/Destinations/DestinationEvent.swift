/// An event of a destination's vocabulary, with the sources of its values.
///
/// Names are case sensitive. A vocabulary lists its events by the shape of their calls: what the destination cannot use
/// an event without is a required argument.
public struct DestinationEvent<Destination>: Sendable {
  package let payload: EventPayload

  package init(_ payload: EventPayload) { self.payload = payload }

  /// A further member of the event.
  public typealias Property = DestinationProperty<Destination>

  /// An event that needs nothing.
  public struct Plain: Sendable {
    package let call: EventCall

    package init(
      _ name: String, _ kind: EventPayload.Kind = .standard, word: String = #function
    ) {
      call = EventCall(word, name, kind, .plain)
    }

    /// Sends the event with the values that it has.
    public func callAsFunction(
      value: Source? = nil, currency: Source? = nil, contents: Contents? = nil,
      properties: [Property] = [], file: StaticString = #filePath, line: UInt = #line
    ) -> DestinationEvent {
      DestinationEvent(
        EventPayload(
          call.name, call.kind, value: value, currency: currency, contents: contents,
          properties: properties.map(\.property), file, line))
    }
  }

  /// An event that is worth an amount of money, with its products.
  public struct Sale: Sendable {
    package let call: EventCall

    package init(
      _ name: String, _ kind: EventPayload.Kind = .standard, word: String = #function
    ) {
      call = EventCall(word, name, kind, .sale)
    }

    /// Sends the event; without value, currency and contents the destination cannot optimise for value.
    public func callAsFunction(
      value: Source, currency: Source, contents: Contents, orderID: Source? = nil,
      properties: [Property] = [], file: StaticString = #filePath, line: UInt = #line
    ) -> DestinationEvent {
      DestinationEvent(
        EventPayload(
          call.name, call.kind, value: value, currency: currency, contents: contents,
          orderID: orderID, properties: properties.map(\.property), file, line))
    }
  }

  /// An event that is about products.
  public struct Products: Sendable {
    package let call: EventCall

    package init(_ name: String, word: String = #function) {
      call = EventCall(word, name, .standard, .products)
    }

    /// Sends the event with its products.
    public func callAsFunction(
      value: Source? = nil, currency: Source? = nil, contents: Contents,
      properties: [Property] = [], file: StaticString = #filePath, line: UInt = #line
    ) -> DestinationEvent {
      DestinationEvent(
        EventPayload(
          call.name, value: value, currency: currency, contents: contents,
          properties: properties.map(\.property), file, line))
    }

    /// The same with the products first, as plans from before the order was one everywhere have it.
    @_disfavoredOverload
    public func callAsFunction(
      contents: Contents, value: Source?, currency: Source? = nil,
      properties: [Property] = [], file: StaticString = #filePath, line: UInt = #line
    ) -> DestinationEvent {
      self(
        value: value, currency: currency, contents: contents, properties: properties, file: file,
        line: line)
    }
  }

  /// A search.
  public struct Query: Sendable {
    package let call: EventCall

    package init(_ name: String, word: String = #function) {
      call = EventCall(word, name, .standard, .query)
    }

    /// Sends the event with the search terms.
    public func callAsFunction(
      query: Source, value: Source? = nil, currency: Source? = nil, contents: Contents? = nil,
      properties: [Property] = [], file: StaticString = #filePath, line: UInt = #line
    ) -> DestinationEvent {
      DestinationEvent(
        EventPayload(
          call.name, value: value, currency: currency, contents: contents, query: query,
          properties: properties.map(\.property), file, line))
    }
  }

  /// An event that the destination knows by the id of a rule that somebody made there.
  public struct Ruled: Sendable {
    package let call: EventCall

    package init(_ name: String, word: String = #function) {
      call = EventCall(word, name, .standard, .ruled)
    }

    /// Sends the event.
    ///
    /// - Parameters:
    ///   - rule: the id of the rule for events of a server.
    ///   - pixelRule: the id of the rule for events of the pixel; without it no web container calls the pixel for the event.
    ///   - value: what it is worth; sent together with the currency or not at all.
    ///   - currency: the currency of the value.
    public func callAsFunction(
      rule: String, pixelRule: String? = nil, value: Source? = nil, currency: Source? = nil,
      properties: [Property] = [], file: StaticString = #filePath, line: UInt = #line
    ) -> DestinationEvent {
      DestinationEvent(
        EventPayload(
          call.name, identifier: rule, pixelIdentifier: pixelRule, value: value,
          currency: currency, properties: properties.map(\.property), file, line))
    }
  }

  /// Events of one's own names.
  public struct Custom: Sendable {
    package init() {}

    /// Sends an event of one's own name: for reports and audiences, not for optimisation.
    public func callAsFunction(
      _ name: String, value: Source? = nil, currency: Source? = nil, contents: Contents? = nil,
      properties: [Property] = [], file: StaticString = #filePath, line: UInt = #line
    ) -> DestinationEvent {
      DestinationEvent(
        EventPayload(
          name, .custom, value: value, currency: currency, contents: contents,
          properties: properties.map(\.property), file, line))
    }
  }
}

/// A further member of an event, with the type that the destination documents.
public struct DestinationProperty<Destination>: Sendable {
  /// The type that a value must have to be sent.
  public typealias ValueType = PropertyType

  package let property: EventProperty
  /// The function that made it.
  package let word: String

  package init(
    _ names: String..., as type: PropertyType = .text, from source: Source,
    word: String = #function
  ) {
    property = EventProperty(names: names, type: type, source: source)
    self.word = word
  }
}

/// A destination that takes members of other names than it documents; others refuse the event for one.
public protocol TakesOtherProperties: Sendable {}

extension DestinationProperty where Destination: TakesOtherProperties {
  /// Any other member that the destination takes.
  public static func custom(
    _ name: String, _ source: Source, as type: PropertyType = .text
  ) -> DestinationProperty {
    DestinationProperty(name, as: type, from: source)
  }
}
