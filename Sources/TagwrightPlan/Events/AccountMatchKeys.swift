/// The person's id at a subscription, plain: `subscription_id`.
public struct SubscriptionID: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it.
  public init(_ sources: Source..., file: StaticString = #filePath, line: UInt = #line) {
    matchKey = MatchKey(.subscriptionID, sources, file, line)
  }
}

/// The id that Facebook's login gave the person, a whole number: `fb_login_id`.
public struct FacebookLoginID: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default `user_data.fb_login_id`.
  public init(_ sources: Source..., file: StaticString = #filePath, line: UInt = #line) {
    let own = Source.eventData("user_data.fb_login_id", file: file, line: line)
    matchKey = MatchKey(.facebookLoginID, sources.isEmpty ? [own] : sources, file, line)
  }
}

/// The id of a lead from a form of the destination's, 15 or 16 digits: `lead_id`.
public struct LeadID: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it.
  public init(_ sources: Source..., file: StaticString = #filePath, line: UInt = #line) {
    matchKey = MatchKey(.leadID, sources, file, line)
  }
}
