// Literals that stand where something else belongs: the compiler then says what to write instead.

@available(
  *, unavailable,
  message:
    "name the secret: '.secret(\"TIKTOK_ACCESS_TOKEN\")', '.secret(\"TIKTOK_TEST_EVENT_CODE\")' for a test event code. Its value stands in the environment, never in a plan"
)
extension Secret: ExpressibleByStringLiteral {
  /// Not there: a pasted token would end up in git.
  public init(stringLiteral value: String) { self = .secret(value) }
}

@available(
  *, unavailable,
  message:
    "say where the value comes from: '.eventData(\"value\")'; '.constant(\"EUR\")' is the same for every hit"
)
extension Source: ExpressibleByStringLiteral {
  /// Not there: a text alone does not say whether it is a path, a name or the value itself.
  public init(stringLiteral value: String) { self = .constant(value) }
}

@available(
  *, unavailable,
  message:
    "say where the value comes from: '.eventData(\"value\")'; '.constant(5)' is the same for every hit"
)
extension Source: ExpressibleByIntegerLiteral {
  /// Not there: a number that is the same for every hit has to say so.
  public init(integerLiteral value: Int) { self = .constant(value) }
}

@available(
  *, unavailable,
  message:
    "say where the value comes from: '.eventData(\"value\")'; '.constant(9.5)' is the same for every hit"
)
extension Source: ExpressibleByFloatLiteral {
  /// Not there: a number that is the same for every hit has to say so.
  public init(floatLiteral value: Double) { self = .constant(value) }
}

@available(
  *, unavailable,
  message:
    "say where the digest comes from, such as '.eventData(\"user_data.sha256_email_address\")'"
)
extension HashedSource: ExpressibleByStringLiteral {
  /// Not there: a digest is different for every person.
  public init(stringLiteral value: String) { self = .eventData(value) }
}

@available(
  *, unavailable,
  message:
    "name the types of consent, '.required(.adStorage)', or '.waived(because: \"…\")' with the reason"
)
extension Consent: ExpressibleByBooleanLiteral {
  /// Not there: a policy names what has to be agreed to, or why nothing has to.
  public init(booleanLiteral value: Bool) { self = .waived(because: "") }
}

@available(
  *, unavailable,
  message:
    "say where the shared id arrives, '.sharedEventID(.eventData(\"event_id\"))', or '.notNeeded(because: \"…\")'"
)
extension Deduplication: ExpressibleByStringLiteral {
  /// Not there: a text alone does not say where the id comes from.
  public init(stringLiteral value: String) { self = .notNeeded(because: value) }
}

@available(
  *, unavailable,
  message:
    "name a type of Google's consent mode: '.adStorage', '.adUserData', '.adPersonalization', '.analyticsStorage'"
)
extension ConsentType: ExpressibleByStringLiteral {
  /// Not there: a hit says nothing of other types.
  public init(stringLiteral value: String) { self = .adStorage }
}

@available(
  *, unavailable,
  message:
    "compare a source: '.eventData(\"form_id\") == \"contact\"', '.eventData(\"page_location\").contains(\"/thanks\")'"
)
extension Condition: ExpressibleByStringLiteral {
  /// Not there: a text alone does not say what is compared with it.
  public init(stringLiteral value: String) { self = .client(value) }
}

@available(*, unavailable, message: "say what is sent: 'On(\"generate_lead\", send: .lead())'")
extension On: ExpressibleByStringLiteral, ExpressibleByExtendedGraphemeClusterLiteral,
  ExpressibleByUnicodeScalarLiteral
where Event: ExpressibleByStringLiteral, Event.StringLiteralType == String {
  /// Not there: a name alone does not say what is sent.
  public init(stringLiteral value: String) {
    self.init(value, send: Event(stringLiteral: value))
  }
}

@available(*, unavailable, message: "say in which unit: '.days(30)'")
extension CookieLifetime: ExpressibleByIntegerLiteral {
  /// Not there: a number alone has no unit.
  public init(integerLiteral value: Int) { self = .days(value) }
}

@available(*, unavailable, message: "refer to a trigger by its name: '.named(\"Purchase\")'")
extension TriggerReference: ExpressibleByStringLiteral {
  /// Not there: a text alone does not say whether it is a trigger's name or an event's.
  public init(stringLiteral value: String) { self = .named(value) }
}
