/// The person's e-mail address: trimmed, lower-cased and hashed; a digest passes unchanged.
///
/// Destinations compare its SHA-256.
public struct Email: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has an address, then the first that has its digest.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    matchKey = MatchKey(.email, sources, hashed: hashed, file, line)
  }
}

/// The person's phone number: brought to the destination's form and hashed; a digest of the same form passes unchanged.
///
/// Some hash E.164 with `+`, some the digits alone: a digest for the one finds nobody at the other.
public struct Phone: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has a number, then the first that has its digest.
  ///
  /// - Parameters:
  ///   - sources: where a number may be found.
  ///   - hashed: where its digest may be found.
  ///   - defaultCountryCode: the digits of the country code that a national number gets, such as `49`;
  ///     `nil` leaves out every number without `+` or `00`.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., defaultCountryCode: String?,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    matchKey = MatchKey(
      .phone, sources, hashed: hashed, defaultCountryCode: defaultCountryCode, file, line)
  }
}

/// The site's own id of the person, such as `user_id`: brought to the destination's form and hashed.
///
/// The pixel has to hash the same text.
public struct ExternalID: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has an id, then the first that has its digest.
  public init(
    _ sources: Source..., sha256 hashed: HashedSource..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    matchKey = MatchKey(.externalID, sources, hashed: hashed, file, line)
  }
}

/// The id of the click on an advertisement.
///
/// Without sources it is taken from where the destination puts it: the page's address, its cookie, the event data.
public struct ClickID: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has a click id.
  ///
  /// - Parameters:
  ///   - sources: where it may be found.
  ///   - cookie: how long the server keeps a new click id in a first-party cookie; `nil` sets none.
  public init(
    _ sources: Source..., keptInCookieFor cookie: CookieLifetime? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    matchKey = MatchKey(.clickID, sources, cookie: cookie, file, line)
  }
}

/// The id that the destination's pixel gave the browser, sent as it is.
///
/// Without sources it is taken from where the destination puts it: the pixel's cookie, else the event data.
public struct BrowserID: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has a browser id.
  ///
  /// - Parameters:
  ///   - sources: where it may be found.
  ///   - cookie: for how long the server sets the pixel's cookie anew, since browsers cap cookies that
  ///     scripts set at 7 days; `nil` sets none.
  public init(
    _ sources: Source..., keptInCookieFor cookie: CookieLifetime? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    matchKey = MatchKey(.browserID, sources, cookie: cookie, file, line)
  }
}

/// The visitor's public address, the first of a list; private addresses are left out.
public struct IPAddress: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has an address; by default the GA4 client's `ip_override`.
  public init(_ sources: Source..., file: StaticString = #filePath, line: UInt = #line) {
    let given = sources.isEmpty ? [.eventData("ip_override", file: file, line: line)] : sources
    matchKey = MatchKey(.ipAddress, given, file, line)
  }
}

/// The visitor's browser, as it names itself.
public struct UserAgent: MatchKeyDeclaration {
  /// The match key itself.
  public let matchKey: MatchKey

  /// Takes the first source that has it; by default the GA4 client's `user_agent`.
  public init(_ sources: Source..., file: StaticString = #filePath, line: UInt = #line) {
    let given = sources.isEmpty ? [.eventData("user_agent", file: file, line: line)] : sources
    matchKey = MatchKey(.userAgent, given, file, line)
  }
}

// A digest in front of 'sha256:' would be hashed again.

extension Email {
  /// Not there: a digest would be hashed again.
  @available(
    *, unavailable, message: "a digest belongs behind 'sha256:', so that it is not hashed again"
  )
  @_disfavoredOverload
  public init(_ digests: HashedSource...) { self.init() }
}

extension Phone {
  /// Not there: a digest would be hashed again.
  @available(
    *, unavailable, message: "a digest belongs behind 'sha256:', so that it is not hashed again"
  )
  @_disfavoredOverload
  public init(_ digests: HashedSource..., defaultCountryCode: String?) {
    self.init(defaultCountryCode: defaultCountryCode)
  }
}

extension ExternalID {
  /// Not there: a digest would be hashed again.
  @available(
    *, unavailable, message: "a digest belongs behind 'sha256:', so that it is not hashed again"
  )
  @_disfavoredOverload
  public init(_ digests: HashedSource...) { self.init() }
}
