/// Events for Snapchat's Conversions API: which events of the site go there, where each value comes from, what consent it
/// needs, and how browser and server are deduplicated.
///
/// Snapchat Conversions API v3, `POST /v3/{pixel id}/events`; the token stands in the address, which is never logged.
public struct Snapchat: DeclaredDestination, TakesContentProperties, TakesOtherProperties {
  /// An event for Snapchat: its name and the sources of its `custom_data`.
  public typealias Event = DestinationEvent<Snapchat>
  /// A further member of an event's `custom_data`, with the type that Snapchat documents.
  public typealias Property = DestinationProperty<Snapchat>

  /// The declaration that all destinations share.
  public var declaration: DestinationDeclaration

  /// Declares the destination.
  ///
  /// - Parameters:
  ///   - name: the name with which tags and templates begin; two pixels in one container need two names.
  ///   - pixelID: the id that Events Manager shows, such as `bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11`.
  ///   - accessToken: the token of the Conversions API, named, never written out.
  ///   - onlyTests: whether Snapchat checks the events and counts none of them (`validate`); not in production.
  ///   - consent: what the visitor has to have agreed to.
  ///   - deduplication: how pixel and server tell that they mean the same event.
  ///   - limitedDataUse: whether Snapchat is asked to limit its processing (`data_processing_options`).
  ///   - userData: the match keys that every event carries.
  ///   - events: the event map.
  public init(
    _ name: String = "Snapchat", pixelID: String, accessToken: Secret, onlyTests: Bool = false,
    consent: Consent, deduplication: Deduplication, limitedDataUse: LimitedDataUse = .off,
    file: StaticString = #filePath, line: UInt = #line, @MatchKeyBuilder userData: () -> [MatchKey],
    @EventMapBuilder<Event> events: () -> [On<Event>]
  ) {
    declaration = DestinationDeclaration(
      name, account: [pixelID], accessToken: accessToken, testEventCode: nil, consent: consent,
      deduplication: deduplication, userData: userData(), events: events(), file, line)
    declaration.onlyTests = onlyTests
    declaration.limitedDataUse = limitedDataUse
  }
}

extension Snapchat {
  package init(_ declaration: DestinationDeclaration) {
    self.declaration = declaration
  }
}

extension RequestTarget {
  /// Snapchat's Conversions API.
  public static let snapchat = RequestTarget.url("https://tr.snapchat.com/")
}
