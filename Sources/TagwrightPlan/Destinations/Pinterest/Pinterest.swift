/// Events for Pinterest's Conversions API: which events of the site go there, where each value comes from, what consent it
/// needs, and how browser and server are deduplicated.
///
/// Pinterest API v5, `POST /v5/ad_accounts/{ad account id}/events`.
public struct Pinterest: DeclaredDestination, TakesContentProperties {
  /// An event for Pinterest: its name and the sources of its `custom_data`.
  public typealias Event = DestinationEvent<Pinterest>
  /// A further member of an event's `custom_data`, with the type that Pinterest documents.
  public typealias Property = DestinationProperty<Pinterest>

  /// The declaration that all destinations share.
  public var declaration: DestinationDeclaration
  package let optOut: Source?

  /// Declares the destination.
  ///
  /// - Parameters:
  ///   - name: the name with which tags and templates begin; two tags in one container need two names.
  ///   - tagID: the digits of the Pinterest tag, which the browser loads.
  ///   - adAccountID: the digits of the advertising account, up to 18; not those of the tag.
  ///   - accessToken: the conversion access token of Ads Manager, named, never written out.
  ///   - onlyTests: whether Pinterest checks the events and counts none of them (`test=true`); not in production.
  ///   - consent: what the visitor has to have agreed to.
  ///   - deduplication: how tag and server tell that they mean the same event; Pinterest takes no event without an id.
  ///   - limitedDataUse: whether Pinterest is asked to limit its processing (`opt_out_type` `LDP`), for states of the USA.
  ///   - optOut: whether the person opted out of tracking (`opt_out`); `nil` sends nothing of it.
  ///   - userData: the match keys that every event carries.
  ///   - events: the event map.
  public init(
    _ name: String = "Pinterest", tagID: String, adAccountID: String, accessToken: Secret,
    onlyTests: Bool = false, consent: Consent, deduplication: Deduplication,
    limitedDataUse: LimitedDataUse = .off, optOut: Source? = nil, file: StaticString = #filePath,
    line: UInt = #line, @MatchKeyBuilder userData: () -> [MatchKey],
    @EventMapBuilder<Event> events: () -> [On<Event>]
  ) {
    declaration = DestinationDeclaration(
      name, account: [tagID, adAccountID], accessToken: accessToken, testEventCode: nil,
      consent: consent, deduplication: deduplication, userData: userData(), events: events(), file,
      line)
    declaration.onlyTests = onlyTests
    declaration.limitedDataUse = limitedDataUse
    self.optOut = optOut
  }
}

extension Pinterest {
  package init(_ declaration: DestinationDeclaration, optOut: Source?) {
    self.declaration = declaration
    self.optOut = optOut
  }
}

extension RequestTarget {
  /// Pinterest's Conversions API.
  public static let pinterest = RequestTarget.url("https://api.pinterest.com/")
}
