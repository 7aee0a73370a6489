package import Diagnostics

/// An event's name and the sources of its values, whatever the destination.
package struct EventPayload: Sendable {
  /// The origin of an event's name.
  package enum Kind: Sendable, Hashable {
    /// The destination's list of events.
    case standard
    /// A name that the destination still accepts; what it is called now.
    case legacy(replacement: String)
    /// A name of one's own: for reports and audiences, not for optimisation.
    case custom
  }

  package let name: String
  /// The id by which requests name the event; `nil` where the name stands there itself.
  package let identifier: String?
  /// The id that the pixel has for it, where that is another.
  package let pixelIdentifier: String?
  package let kind: Kind
  package let value: Source?
  package let currency: Source?
  package let contents: Contents?
  package let orderID: Source?
  package let query: Source?
  package let properties: [EventProperty]
  package let place: SourcePlace

  package init(
    _ name: String, _ kind: Kind = .standard, identifier: String? = nil,
    pixelIdentifier: String? = nil, value: Source? = nil, currency: Source? = nil,
    contents: Contents? = nil, orderID: Source? = nil, query: Source? = nil,
    properties: [EventProperty] = [], _ file: StaticString, _ line: UInt
  ) {
    self.name = name
    self.identifier = identifier
    self.pixelIdentifier = pixelIdentifier
    self.kind = kind
    self.value = value
    self.currency = currency
    self.contents = contents
    self.orderID = orderID
    self.query = query
    self.properties = properties
    place = TagwrightPlan.place(file, line)
  }
}

/// A further member of an event, under one name or several, and what its value has to be.
package struct EventProperty: Sendable {
  package let names: [String]
  package let type: PropertyType
  package let source: Source

  package init(names: [String], type: PropertyType, source: Source) {
    self.names = names
    self.type = type
    self.source = source
  }
}

/// The type that a property's value must have to be sent.
public enum PropertyType: String, Sendable {
  /// Text; numbers are converted.
  case text
  /// A finite number; numeric text is converted.
  case number
  /// A whole number.
  case integer
  /// A list of texts.
  case texts
  /// True or false, also from the words.
  case truth
}
