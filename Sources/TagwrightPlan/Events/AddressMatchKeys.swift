/// The person's first name: lower-cased, without spaces and punctuation, then hashed.
///
/// TikTok Events API v1.3, user.first_name: SHA-256, as four public integrations send it.
public struct FirstName: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default `first_name` of GA4's `user_data.address`, an object or
  /// a list.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let given = sources.isEmpty && hashed.isEmpty ? address("first_name", file, line) : sources
    matchKey = MatchKey(.firstName, given, hashed: hashed, file, line)
  }
}

/// The person's last name: lower-cased, without spaces and punctuation, then hashed.
///
/// TikTok Events API v1.3, user.last_name: SHA-256, as four public integrations send it.
public struct LastName: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default `last_name` of GA4's `user_data.address`, an object or
  /// a list.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let given = sources.isEmpty && hashed.isEmpty ? address("last_name", file, line) : sources
    matchKey = MatchKey(.lastName, given, hashed: hashed, file, line)
  }
}

/// The person's postal code: lower-cased, without spaces and punctuation, then hashed.
///
/// TikTok Events API v1.3, user.zip_code: SHA-256, as four public integrations send it.
public struct ZipCode: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default `postal_code` of GA4's `user_data.address`, an object or
  /// a list.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let given = sources.isEmpty && hashed.isEmpty ? address("postal_code", file, line) : sources
    matchKey = MatchKey(.zipCode, given, hashed: hashed, file, line)
  }
}

/// The person's city: lower-cased, without spaces and punctuation, sent plain.
///
/// TikTok Events API v1.3, user.city: plain, as four public integrations send it.
public struct City: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default `city` of GA4's `user_data.address`, an object or
  /// a list.
  public init(
    _ sources: Source..., file: StaticString = #filePath, line: UInt = #line
  ) {
    let given = sources.isEmpty ? address("city", file, line) : sources
    matchKey = MatchKey(.city, given, file, line)
  }
}

/// The person's state or region: lower-cased, without spaces and punctuation, sent plain.
///
/// TikTok Events API v1.3, user.state: plain, as four public integrations send it.
public struct State: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default `region` of GA4's `user_data.address`, an object or
  /// a list.
  public init(
    _ sources: Source..., file: StaticString = #filePath, line: UInt = #line
  ) {
    let given = sources.isEmpty ? address("region", file, line) : sources
    matchKey = MatchKey(.state, given, file, line)
  }
}

/// The person's country: lower-cased, without spaces and punctuation, sent plain.
///
/// TikTok Events API v1.3, user.country: plain, as four public integrations send it.
public struct Country: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default `country` of GA4's `user_data.address`, an object or
  /// a list.
  public init(
    _ sources: Source..., file: StaticString = #filePath, line: UInt = #line
  ) {
    let given = sources.isEmpty ? address("country", file, line) : sources
    matchKey = MatchKey(.country, given, file, line)
  }
}

/// The visitor's language, such as `en-GB`.
///
/// TikTok Events API v1.3, user.locale: BCP 47, plain.
public struct Locale: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default the GA4 client's `language`.
  public init(_ sources: Source..., file: StaticString = #filePath, line: UInt = #line) {
    let given = sources.isEmpty ? [.eventData("language", file: file, line: line)] : sources
    matchKey = MatchKey(.locale, given, file, line)
  }
}

/// GA4 user-provided data has one address as an object or several as a list.
private func address(_ field: String, _ file: StaticString, _ line: UInt) -> [Source] {
  [
    .eventData("user_data.address.\(field)", file: file, line: line),
    .eventData("user_data.address.0.\(field)", file: file, line: line),
  ]
}
