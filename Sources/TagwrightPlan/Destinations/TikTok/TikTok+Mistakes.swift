extension ContainerBuilder {
  /// Says where an entry of an event map belongs; the compiler finds `.purchase` only with the event's type named.
  @available(
    *, unavailable,
    message: "an On(\"event\", send: …) entry belongs into the 'events:' block of a destination"
  )
  public static func buildExpression(_ mapping: On<TikTok.Event>) -> [ContainerElement] { [] }
}

extension MatchKeyBuilder {
  /// Says where an entry of an event map belongs; the compiler finds `.purchase` only with the event's type named.
  @available(
    *, unavailable,
    message: "an On(\"event\", send: …) entry belongs into the 'events:' block of a destination"
  )
  public static func buildExpression(_ mapping: On<TikTok.Event>) -> [MatchKey] { [] }
}
