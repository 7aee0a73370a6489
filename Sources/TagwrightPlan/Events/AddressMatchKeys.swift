/// The person's first name: brought to the destination's form and hashed.
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

/// The person's last name: brought to the destination's form and hashed.
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

/// The person's postal code: brought to the destination's form and hashed.
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

/// The person's city: brought to the destination's form; some hash it, some take it plain.
public struct City: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default `city` of GA4's `user_data.address`, an object or
  /// a list. A digest is for destinations that hash it.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let given = sources.isEmpty && hashed.isEmpty ? address("city", file, line) : sources
    matchKey = MatchKey(.city, given, hashed: hashed, file, line)
  }
}

/// The person's state or region: brought to the destination's form; some hash it, some take it plain.
public struct State: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default `region` of GA4's `user_data.address`, an object or
  /// a list. A digest is for destinations that hash it.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let given = sources.isEmpty && hashed.isEmpty ? address("region", file, line) : sources
    matchKey = MatchKey(.state, given, hashed: hashed, file, line)
  }
}

/// The person's country: brought to the destination's form; some hash it, some take it plain.
public struct Country: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default `country` of GA4's `user_data.address`, an object or
  /// a list. A digest is for destinations that hash it.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let given = sources.isEmpty && hashed.isEmpty ? address("country", file, line) : sources
    matchKey = MatchKey(.country, given, hashed: hashed, file, line)
  }
}

/// The visitor's language, such as `en-GB`.
public struct Language: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default the GA4 client's `language`.
  public init(_ sources: Source..., file: StaticString = #filePath, line: UInt = #line) {
    let given = sources.isEmpty ? [.eventData("language", file: file, line: line)] : sources
    matchKey = MatchKey(.locale, given, file, line)
  }
}

/// The old name of `Language`, which is also that of a type of Foundation's.
@available(*, deprecated, renamed: "Language")
public typealias Locale = Language

/// The person's date of birth, such as `1997-02-16`, `16.02.1997` or, with the month first, `2/16/1997`.
public struct BirthDate: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it, then the first that has its digest.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    matchKey = MatchKey(.birthDate, sources, hashed: hashed, file, line)
  }
}

/// The person's gender: `f`, `m` or the English words.
public struct Gender: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it, then the first that has its digest.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    matchKey = MatchKey(.gender, sources, hashed: hashed, file, line)
  }
}

/// GA4 user-provided data has one address as an object or several as a list.
private func address(_ field: String, _ file: StaticString, _ line: UInt) -> [Source] {
  [
    .eventData("user_data.address.\(field)", file: file, line: line),
    .eventData("user_data.address.0.\(field)", file: file, line: line),
  ]
}
