/// A hit that reaches the server container in an example.
public struct Hit: Sendable {
  package enum Content: Sendable {
    /// The address of a request to `/g/collect`.
    case url(String)
    /// Event data as a client of GA4 makes it.
    case event(name: String, parameters: [(key: String, value: HitValue)])
  }

  /// The consent that the visitor gave, for advertising and for analytics alike.
  public enum Consent: Sendable {
    case granted, denied
    /// The site does not say.
    case unknown
  }

  package let content: Content
  package let consent: Consent
  package let cookies: [(key: String, value: String)]
  package let headers: [(key: String, value: String)]

  /// An event with its parameters: `Hit("purchase", consent: .granted, ["value": 59.98])`.
  public init(
    _ eventName: String, consent: Consent,
    _ parameters: KeyValuePairs<String, HitValue> = [:],
    cookies: KeyValuePairs<String, String> = [:], headers: KeyValuePairs<String, String> = [:]
  ) {
    content = .event(name: eventName, parameters: parameters.map { ($0.key, $0.value) })
    self.consent = consent
    self.cookies = cookies.map { ($0.key, $0.value) }
    self.headers = headers.map { ($0.key, $0.value) }
  }

  /// A hit as the browser sends it: the address of a request to `/g/collect`.
  public init(
    url: String, cookies: KeyValuePairs<String, String> = [:],
    headers: KeyValuePairs<String, String> = [:]
  ) {
    content = .url(url)
    consent = .unknown
    self.cookies = cookies.map { ($0.key, $0.value) }
    self.headers = headers.map { ($0.key, $0.value) }
  }
}

/// A value of event data, or of a request, as it is written in Swift.
public indirect enum HitValue: Hashable, Sendable {
  case text(String)
  case number(Double)
  case truth(Bool)
  case list([HitValue])
  case object([Member])

  /// A key and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// Its value.
    public let value: HitValue
  }
}

extension HitValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .truth(value) }
  /// A list.
  public init(arrayLiteral elements: HitValue...) { self = .list(elements) }
  /// An object.
  public init(dictionaryLiteral elements: (String, HitValue)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
}
