extension ContainerBuilder {
  /// Says where an entry of an event map belongs.
  @available(
    *, unavailable,
    message: "an On(\"event\", send: …) entry belongs into the 'events:' block of TikTok"
  )
  public static func buildExpression(_ mapping: On<TikTok.Event>) -> [ContainerElement] { [] }
}

extension MatchKeyBuilder {
  /// Says where an entry of an event map belongs.
  @available(
    *, unavailable,
    message: "an On(\"event\", send: …) entry belongs into the 'events:' block of TikTok"
  )
  public static func buildExpression(_ mapping: On<TikTok.Event>) -> [MatchKey] { [] }
}
