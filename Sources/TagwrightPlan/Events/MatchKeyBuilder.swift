/// Collects a block of user data.
@resultBuilder
public enum MatchKeyBuilder {
  /// One match key.
  public static func buildExpression<Key: MatchKeyDeclaration>(_ key: Key) -> [MatchKey] {
    [key.matchKey]
  }

  /// Match keys that a function made.
  public static func buildExpression(_ keys: [MatchKey]) -> [MatchKey] { keys }

  /// Says what a block takes where something else was written.
  @available(
    *, unavailable,
    message: "a user data block lists Email, Phone, ExternalID, ClickID, BrowserID, IPAddress, …"
  )
  @_disfavoredOverload
  public static func buildExpression<Other>(_ other: Other) -> [MatchKey] { [] }

  /// Several match keys.
  public static func buildBlock(_ parts: [MatchKey]...) -> [MatchKey] { parts.flatMap(\.self) }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [MatchKey]?) -> [MatchKey] { part ?? [] }
  /// The first branch of an `if`.
  public static func buildEither(first part: [MatchKey]) -> [MatchKey] { part }
  /// The second branch of an `if`.
  public static func buildEither(second part: [MatchKey]) -> [MatchKey] { part }
  /// A loop.
  public static func buildArray(_ parts: [[MatchKey]]) -> [MatchKey] { parts.flatMap(\.self) }
}
