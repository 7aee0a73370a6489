/// A value of JSON, written as a Swift literal: `["on": true, "types": ["html", 3]]`.
public struct RawJSON: Sendable {
  package indirect enum Kind: Sendable {
    case null
    case boolean(Bool)
    /// A number's own text.
    case number(String)
    case text(String)
    case list([RawJSON])
    case object([(key: String, value: RawJSON)])
  }

  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }
}

extension RawJSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
  /// `null`.
  public init(nilLiteral: ()) { self.init(.null) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self.init(.boolean(value)) }
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(.number(String(value))) }
  /// A number.
  public init(floatLiteral value: Double) { self.init(.number("\(value)")) }
  /// A text.
  public init(stringLiteral value: String) { self.init(.text(value)) }
}

extension RawJSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// A list.
  public init(arrayLiteral elements: RawJSON...) { self.init(.list(elements)) }
  /// An object; its members keep their order.
  public init(dictionaryLiteral elements: (String, RawJSON)...) {
    self.init(.object(elements.map { (key: $0, value: $1) }))
  }
}
