/// Events for TikTok's Events API (Conversions API): which events of the site go there, where each value
/// comes from, what consent it needs, and how browser and server are deduplicated.
///
/// TikTok Events API v1.3, `POST /open_api/v1.3/event/track/`.
public struct TikTok: DeclaredDestination, TakesOtherProperties {
  /// An event for TikTok: its name and the sources of its properties.
  public typealias Event = DestinationEvent<TikTok>
  /// A further member of an event's `properties`, with the type that TikTok documents.
  public typealias Property = DestinationProperty<TikTok>
  /// The products of an event: `properties.contents`, `content_type` and what is derived from them.
  public typealias Contents = TagwrightPlan.Contents
  /// The meaning of `content_id`: `properties.content_type`.
  public typealias ContentType = TagwrightPlan.ContentType
  /// The page of an event: `page.url` and `page.referrer`, full addresses.
  public typealias Page = TagwrightPlan.Page
  /// Whether TikTok is asked to limit its processing: `limited_data_use` of an event, a boolean.
  public typealias LimitedDataUse = TagwrightPlan.LimitedDataUse
  /// The substitute for a missing value or currency of an event with contents.
  public typealias MissingValue = TagwrightPlan.MissingValue
  /// The moment at which a tag counts as succeeded.
  public typealias Outcome = TagwrightPlan.Outcome

  /// The declaration that all destinations share.
  public var declaration: DestinationDeclaration
  package let clientHints: Source?

  /// Declares the destination.
  ///
  /// - Parameters:
  ///   - name: the name with which tags and templates begin; two pixels in one container need two names.
  ///   - pixelCode: the 20 characters that Events Manager shows, not the numeric id of other APIs
  ///     (`event_source_id`).
  ///   - accessToken: the pixel's token, named, never written out.
  ///   - testEventCode: shows the events under Test Events; must not be left in production.
  ///   - source: where the events happened.
  ///   - consent: what the visitor has to have agreed to.
  ///   - deduplication: how pixel and server tell that they mean the same event.
  ///   - limitedDataUse: whether TikTok is asked to limit its processing (`limited_data_use`).
  ///   - page: where the page's address and its referrer come from (`page.url`, `page.referrer`).
  ///   - clientHints: the browser's client hints, for `device`; `nil` sends none.
  ///   - missingValue: what is sent where `value` or `currency` has no source with a value.
  ///   - outcome: when a tag counts as succeeded; TikTok's errors come as HTTP 200 with another code than 0.
  ///   - logging: when a tag writes to the console.
  ///   - layout: separate tags, or one with a lookup table.
  ///   - sources: fields that refer to variables, or reads inside the template.
  ///   - userData: the match keys that every event carries.
  ///   - events: the event map.
  public init(
    _ name: String = "TikTok", pixelCode: String, accessToken: Secret,
    testEventCode: Secret? = nil, source: EventSource = .web, consent: Consent,
    deduplication: Deduplication, limitedDataUse: LimitedDataUse = .off, page: Page = Page(),
    clientHints: Source? = nil, missingValue: MissingValue = .fromContents,
    outcome: Outcome = .ofTheAnswer, logging: ConsoleLogging = .preview,
    layout: Layout = .tagPerEvent, sources: SourceStyle = .visible, file: StaticString = #filePath,
    line: UInt = #line, @MatchKeyBuilder userData: () -> [MatchKey],
    @EventMapBuilder<Event> events: () -> [On<Event>]
  ) {
    declaration = DestinationDeclaration(
      name, account: [pixelCode], accessToken: accessToken, testEventCode: testEventCode,
      consent: consent, deduplication: deduplication, userData: userData(), events: events(), file,
      line)
    declaration.limitedDataUse = limitedDataUse
    declaration.page = page
    declaration.missingValue = missingValue
    declaration.outcome = outcome
    declaration.logging = logging
    declaration.layout = layout
    declaration.sourceStyle = sources
    self.clientHints = clientHints
  }
}

extension TikTok {
  /// The place where events happened: `event_source` of the Events API.
  ///
  /// Open for `offline` and `crm`, whose requests have other required members.
  public enum EventSource: String, Sendable {
    /// A website.
    case web
  }
}

extension TikTok {
  package init(_ declaration: DestinationDeclaration, clientHints: Source?) {
    self.declaration = declaration
    self.clientHints = clientHints
  }
}

extension RequestTarget {
  /// TikTok's Events API.
  public static let tikTok = RequestTarget.url("https://business-api.tiktok.com/")
}

extension RuleName {
  /// A TikTok name where the site's own event name belongs.
  public static let tikTokNameAsTrigger = RuleName("tiktok-name-as-trigger")
  /// A pixel code that does not look like one.
  public static let unusualPixelCode = RuleName("unusual-pixel-code")
}
