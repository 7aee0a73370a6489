/// Events for Reddit's Conversions API: which events of the site go there, where each value comes from, what consent it
/// needs, and how browser and server are deduplicated.
///
/// Reddit Conversions API v3, `POST /api/v3/pixels/{pixel id}/conversion_events`.
public struct Reddit: DeclaredDestination {
  /// An event for Reddit: its name and the sources of its `metadata`.
  public typealias Event = DestinationEvent<Reddit>
  /// A further member of an event's `metadata`, with the type that Reddit documents.
  public typealias Property = DestinationProperty<Reddit>

  /// The declaration that all destinations share.
  public var declaration: DestinationDeclaration
  package let region: Region

  /// Declares the destination.
  ///
  /// - Parameters:
  ///   - name: the name with which tags and templates begin; two pixels in one container need two names.
  ///   - pixelID: the id that Ads Manager shows, such as `a2_abc123def456`.
  ///   - accessToken: the conversion access token, named, never written out.
  ///   - testEventCode: the test id, which shows the events under Event Testing; must not be left in production.
  ///   - consent: what the visitor has to have agreed to.
  ///   - deduplication: how pixel and server tell that they mean the same event: the id leaves as it is on both sides.
  ///   - limitedDataUse: whether Reddit is asked to limit its processing (`data_processing_options`).
  ///   - region: the place that limited data use is for.
  ///   - userData: the match keys that every event carries.
  ///   - events: the event map.
  public init(
    _ name: String = "Reddit", pixelID: String, accessToken: Secret, testEventCode: Secret? = nil,
    consent: Consent, deduplication: Deduplication, limitedDataUse: LimitedDataUse = .off,
    region: Region = .unitedStates, file: StaticString = #filePath, line: UInt = #line,
    @MatchKeyBuilder userData: () -> [MatchKey], @EventMapBuilder<Event> events: () -> [On<Event>]
  ) {
    declaration = DestinationDeclaration(
      name, account: [pixelID], accessToken: accessToken, testEventCode: testEventCode,
      consent: consent, deduplication: deduplication, userData: userData(), events: events(), file,
      line)
    declaration.limitedDataUse = limitedDataUse
    self.region = region
  }

  /// The place that limited data use is for: `country` and `region`, which Reddit wants with it.
  public struct Region: Sendable {
    package let country: String
    package let region: String?

    package init(country: String, region: String?) {
      self.country = country
      self.region = region
    }

    /// The USA.
    public static let unitedStates = Region(country: "US", region: nil)
    /// A state of the USA, by its two letters, such as `CA`.
    public static func unitedStates(state: String) -> Region {
      Region(country: "US", region: "US-\(state)")
    }
  }
}

extension Reddit {
  package init(_ declaration: DestinationDeclaration, region: Region) {
    self.declaration = declaration
    self.region = region
  }
}

extension RequestTarget {
  /// Reddit's Conversions API.
  public static let reddit = RequestTarget.url("https://ads-api.reddit.com/")
}
