/// Events for Meta's Conversions API: which events of the site go there, where each value comes from, what consent it
/// needs, and how browser and server are deduplicated.
///
/// Graph API, `POST /{version}/{pixel id}/events`; the token stands in the body.
public struct Meta: DeclaredDestination, TakesContentProperties, TakesOtherProperties {
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
  ///   - automaticEvents: whether a pixel that the web container loads sends events of its own, which have no id.
  ///   - grantsConsent: whether the pixel's tag also calls `fbq('consent', 'grant')`, for pages that revoke it first.
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

  /// The place where events happened: `action_source`, with what Meta refuses an event without.
  public struct ActionSource: Sendable {
    package let name: String
    package var required: [(object: String, name: String, source: Source)] = []

    /// A website; needs the page's address and the browser's name.
    public static let website = ActionSource(name: "website")
    /// A conversation by chat.
    public static let chat = ActionSource(name: "chat")
    /// An e-mail.
    public static let email = ActionSource(name: "email")
    /// A call.
    public static let phoneCall = ActionSource(name: "phone_call")
    /// A shop; its events may be up to 62 days old.
    public static let physicalStore = ActionSource(name: "physical_store")
    /// By itself, such as the renewal of a subscription.
    public static let systemGenerated = ActionSource(name: "system_generated")
    /// Somewhere else.
    public static let other = ActionSource(name: "other")

    /// An app (`app_data`): whether the person lets advertisers follow them, whether the app itself does, and the 16 texts of
    /// `extinfo`, or their JSON, of which the first is `a2` for Android or `i2` for iOS.
    public static func app(
      advertiserTracking: Source, applicationTracking: Source, device: Source
    ) -> Self {
      let members = [
        ("advertiser_tracking_enabled", advertiserTracking),
        ("application_tracking_enabled", applicationTracking), ("extinfo", device),
      ]
      return Self(name: "app", required: members.map { ("app", $0, $1) })
    }
    /// A conversation in Messenger: `page_id` and `page_scoped_user_id`.
    public static func messenger(page: Source, user: Source) -> Self {
      messaging("messenger", [("page_id", page), ("page_scoped_user_id", user)])
    }
    /// A conversation in Instagram: `ig_account_id` and `ig_sid`.
    public static func instagram(account: Source, user: Source) -> Self {
      messaging("instagram", [("ig_account_id", account), ("ig_sid", user)])
    }
    /// A conversation in WhatsApp: `whatsapp_business_account_id`, and `ctwa_clid` of the click that led there.
    public static func whatsApp(account: Source, click: Source) -> Self {
      messaging("whatsapp", [("whatsapp_business_account_id", account), ("ctwa_clid", click)])
    }
    private static func messaging(_ channel: String, _ ids: [(String, Source)]) -> Self {
      let channel = (
        "event", "messaging_channel", Source(.constant(channel), at: ids.first?.1.place)
      )
      return Self(name: "business_messaging", required: [channel] + ids.map { ("user", $0, $1) })
    }
  }

  /// The place that limited data use is for: `data_processing_options_country` and `_state`.
  public struct Region: Sendable {
    package let country: Int
    package let state: Int

    /// Meta takes the place from the visitor's address.
    public static let ofTheAddress = Region(country: 0, state: 0)
    /// A state of the USA, by Meta's number for it, such as 1000 for California.
    public static func unitedStates(state: Int) -> Region { Region(country: 1, state: state) }
  }
}

extension RequestTarget {
  /// Meta's Conversions API.
  public static let meta = RequestTarget.url("https://graph.facebook.com/")
}
