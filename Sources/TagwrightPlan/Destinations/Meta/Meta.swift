/// Events for Meta's Conversions API: which events of the site go there, where each value comes from, what consent it
/// needs, and how browser and server are deduplicated.
///
/// Graph API, `POST /{version}/{pixel id}/events`; the token stands in the body.
public struct Meta: DeclaredDestination, TakesOtherProperties {
  /// An event for Meta: its name and the sources of its `custom_data`.
  public typealias Event = DestinationEvent<Meta>
  /// A further member of an event's `custom_data`, with the type that Meta documents.
  public typealias Property = DestinationProperty<Meta>

  /// The declaration that all destinations share.
  public var declaration: DestinationDeclaration
  package let appSecretProof: Secret?
  package let actionSource: ActionSource
  package let region: Region
  package let optOut: Source?
  package let automaticEvents: Bool
  package let grantsConsent: Bool

  /// Declares the destination.
  ///
  /// - Parameters:
  ///   - name: the name with which tags and templates begin; two pixels in one container need two names.
  ///   - pixelID: the digits that Events Manager shows as the id of the pixel or data set.
  ///   - accessToken: the token of the pixel, named, never written out; it leaves in the body of requests alone.
  ///   - testEventCode: shows the events under Test Events, where they count all the same; must not be left in production.
  ///   - appSecretProof: the HMAC-SHA256 of the token with the app's secret, where the app demands it (`appsecret_proof`).
  ///   - actionSource: where the events happened (`action_source`).
  ///   - consent: what the visitor has to have agreed to.
  ///   - deduplication: how pixel and server tell that they mean the same event.
  ///   - limitedDataUse: whether Meta is asked to limit its processing (`data_processing_options`).
  ///   - region: the place that limited data use is for.
  ///   - optOut: whether an event is for attribution alone (`opt_out`); `nil` sends nothing of it.
  ///   - automaticEvents: whether a pixel that the web container loads sends events of its own for clicks, the page's
  ///     markup and changes of its address; none of them has an id.
  ///   - grantsConsent: whether the pixel's tag, which waits for the consent, also calls `fbq('consent', 'grant')`: for pages
  ///     that revoke it first.
  ///   - userData: the match keys that every event carries.
  ///   - events: the event map.
  public init(
    _ name: String = "Meta", pixelID: String, accessToken: Secret, testEventCode: Secret? = nil,
    appSecretProof: Secret? = nil, actionSource: ActionSource = .website, consent: Consent,
    deduplication: Deduplication, limitedDataUse: LimitedDataUse = .off,
    region: Region = .ofTheAddress, optOut: Source? = nil, automaticEvents: Bool = false,
    grantsConsent: Bool = false, file: StaticString = #filePath,
    line: UInt = #line, @MatchKeyBuilder userData: () -> [MatchKey],
    @EventMapBuilder<Event> events: () -> [On<Event>]
  ) {
    declaration = DestinationDeclaration(
      name, account: [pixelID], accessToken: accessToken, testEventCode: testEventCode,
      consent: consent, deduplication: deduplication, userData: userData(), events: events(), file,
      line)
    declaration.limitedDataUse = limitedDataUse
    self.appSecretProof = appSecretProof
    self.actionSource = actionSource
    self.region = region
    self.optOut = optOut
    self.automaticEvents = automaticEvents
    self.grantsConsent = grantsConsent
  }

  /// The place where events happened: `action_source`.
  public enum ActionSource: String, Sendable {
    /// A website; needs the page's address and the browser's name.
    case website
    /// A conversation by chat.
    case chat
    /// An e-mail.
    case email
    /// A call.
    case phoneCall = "phone_call"
    /// A shop; its events may be up to 62 days old.
    case physicalStore = "physical_store"
    /// By itself, such as the renewal of a subscription.
    case systemGenerated = "system_generated"
    /// Somewhere else.
    case other
  }

  /// The place that limited data use is for: `data_processing_options_country` and `_state`.
  public struct Region: Sendable {
    package let country: Int
    package let state: Int

    package init(country: Int, state: Int) {
      self.country = country
      self.state = state
    }

    /// Meta takes the place from the visitor's address.
    public static let ofTheAddress = Region(country: 0, state: 0)
    /// A state of the USA, by Meta's number for it, such as 1000 for California.
    public static func unitedStates(state: Int) -> Region { Region(country: 1, state: state) }
  }
}

extension Meta {
  package init(
    _ declaration: DestinationDeclaration, appSecretProof: Secret?, actionSource: ActionSource,
    region: Region, optOut: Source?, automaticEvents: Bool = false, grantsConsent: Bool = false
  ) {
    self.declaration = declaration
    self.appSecretProof = appSecretProof
    self.actionSource = actionSource
    self.region = region
    self.optOut = optOut
    self.automaticEvents = automaticEvents
    self.grantsConsent = grantsConsent
  }
}

extension RequestTarget {
  /// Meta's Conversions API.
  public static let meta = RequestTarget.url("https://graph.facebook.com/")
}
