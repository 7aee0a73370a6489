/// Events for LinkedIn's Conversions API: which events of the site go there, where each value comes from, what consent it
/// needs, and how browser and server are deduplicated.
///
/// LinkedIn Conversions API, `POST /rest/conversionEvents`. It knows no names of events: each event belongs to a
/// conversion rule of Campaign Manager. It has neither test events nor limited data use.
public struct LinkedIn: DeclaredDestination {
  /// An event for LinkedIn: its conversion rule and its value.
  public typealias Event = DestinationEvent<LinkedIn>

  /// The declaration that all destinations share.
  public var declaration: DestinationDeclaration

  /// Declares the destination.
  ///
  /// - Parameters:
  ///   - name: the name with which tags and templates begin; two accounts in one container need two names.
  ///   - partnerID: the digits of the Insight Tag, which the browser loads.
  ///   - accessToken: the token of Campaign Manager's Signals Manager, named, never written out.
  ///   - consent: what the visitor has to have agreed to.
  ///   - deduplication: how Insight Tag and server tell that they mean the same event; the tag's is kept then.
  ///   - userData: the match keys that every event carries; an event without any is not sent.
  ///   - events: the event map.
  public init(
    _ name: String = "LinkedIn", partnerID: String, accessToken: Secret, consent: Consent,
    deduplication: Deduplication, file: StaticString = #filePath, line: UInt = #line,
    @MatchKeyBuilder userData: () -> [MatchKey], @EventMapBuilder<Event> events: () -> [On<Event>]
  ) {
    declaration = DestinationDeclaration(
      name, account: [partnerID], accessToken: accessToken, testEventCode: nil, consent: consent,
      deduplication: deduplication, userData: userData(), events: events(), file, line)
  }
}

extension LinkedIn {
  package init(_ declaration: DestinationDeclaration) {
    self.declaration = declaration
  }
}

extension RequestTarget {
  /// LinkedIn's Conversions API.
  public static let linkedIn = RequestTarget.url("https://api.linkedin.com/")
}
