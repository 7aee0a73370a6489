package import Diagnostics

/// A piece of user data by which a destination finds the person behind an event.
public struct MatchKey: Sendable {
  /// The fact about a person that it carries.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case email, phone, externalID, clickID, browserID, ipAddress, userAgent
    case firstName, lastName, zipCode, city, state, country, locale
    case birthDate, gender, subscriptionID, facebookLoginID, leadID
  }

  package let kind: Kind
  package let sources: [Source]
  package let hashed: [HashedSource]
  package let defaultCountryCode: String?
  package let cookie: CookieLifetime?
  package let place: SourcePlace

  package init(
    _ kind: Kind, _ sources: [Source], hashed: [HashedSource] = [],
    defaultCountryCode: String? = nil, cookie: CookieLifetime? = nil, _ file: StaticString,
    _ line: UInt
  ) {
    self.kind = kind
    self.sources = sources.flatMap(\.candidates)
    self.hashed = hashed
    self.defaultCountryCode = defaultCountryCode
    self.cookie = cookie
    place = TagwrightPlan.place(file, line)
  }

  private init(_ other: MatchKey, sources: [Source]) {
    kind = other.kind
    self.sources = sources
    hashed = other.hashed
    defaultCountryCode = other.defaultCountryCode
    cookie = other.cookie
    place = other.place
  }

  /// The same key from other sources.
  package func with(sources: [Source]) -> MatchKey { MatchKey(self, sources: sources) }
}

extension [MatchKey] {
  /// The keys in the order of their kinds; those of one kind as they were written.
  package var inOrder: [MatchKey] {
    MatchKey.Kind.allCases.flatMap { kind in filter { $0.kind == kind } }
  }
}

/// The lifetime of a cookie that a tag sets from the server: `Secure`, `SameSite=Lax`, path `/`.
public struct CookieLifetime: Hashable, Sendable {
  /// The lifetime in seconds.
  package let seconds: Int

  /// So many days from the hit that set it.
  public static func days(_ days: Int) -> CookieLifetime {
    let (seconds, isTooLong) = days.multipliedReportingOverflow(by: 86_400)
    return CookieLifetime(seconds: isTooLong ? (days > 0 ? .max : .min) : seconds)
  }
}

/// An entry of a block of user data.
public protocol MatchKeyDeclaration: Sendable {
  /// The match key itself.
  var matchKey: MatchKey { get }
}
