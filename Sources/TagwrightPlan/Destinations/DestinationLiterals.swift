// What stands where something else belongs: the compiler then says what to write instead.

@available(
  *, unavailable,
  message: "name the event by its function: '.lead()', or '.custom(\"…\")' for one of your own"
)
extension DestinationEvent: ExpressibleByStringLiteral {
  /// Not there: the functions ask for what a destination cannot do without.
  public init(stringLiteral value: String) { self = Custom()(value) }
}

extension Contents {
  /// Not there: contents have a type, too.
  @available(*, unavailable, message: "write '.items(from: .eventData(\"items\"))'")
  public static func eventData(_ path: String) -> Contents { .items(from: .eventData(path)) }

  /// Not there: contents have a type, too.
  @available(*, unavailable, message: "write '.items(from: .firstOf(…))'")
  public static func firstOf(_ sources: Source...) -> Contents { .items }
}
