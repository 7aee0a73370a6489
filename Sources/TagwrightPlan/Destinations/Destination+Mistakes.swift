extension ContainerBuilder {
  /// Says where an entry of an event map belongs.
  @available(
    *, unavailable,
    message: "an On(\"event\", send: …) entry belongs into the 'events:' block of a destination"
  )
  public static func buildExpression<Event>(_ mapping: On<Event>) -> [ContainerElement] { [] }
}

extension MatchKeyBuilder {
  /// Says where an entry of an event map belongs.
  @available(
    *, unavailable,
    message: "an On(\"event\", send: …) entry belongs into the 'events:' block of a destination"
  )
  public static func buildExpression<Event>(_ mapping: On<Event>) -> [MatchKey] { [] }
}
