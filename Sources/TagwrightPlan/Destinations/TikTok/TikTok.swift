public import Diagnostics

/// Events for TikTok's Events API (Conversions API): which events of the site go there, where each value
/// comes from, what consent it needs, and how browser and server are deduplicated.
///
/// TikTok Events API v1.3, `POST /open_api/v1.3/event/track/`.
public struct TikTok: Destination {
  /// The name with which the destination's tags, templates and folder begin.
  public let name: String
  /// The line on which it was declared.
  public let place: SourcePlace

  package let pixelCode: String
  package let accessToken: Secret
  package let testEventCode: Secret?
  package let source: EventSource
  package let consent: Consent
  package let deduplication: Deduplication
  package let limitedDataUse: LimitedDataUse
  package let page: Page
  package let clientHints: Source?
  package let missingValue: MissingValue
  package let outcome: Outcome
  package let logging: ConsoleLogging
  package var layout: Layout
  package var sourceStyle: SourceStyle
  package let userData: [MatchKey]
  package let events: [On<Event>]
  package var allowances: [Allowance] = []

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
  ///   - outcome: when a tag counts as succeeded.
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
    self.name = name
    self.pixelCode = pixelCode
    self.accessToken = accessToken
    self.testEventCode = testEventCode
    self.source = source
    self.consent = consent
    self.deduplication = deduplication
    self.limitedDataUse = limitedDataUse
    self.page = page
    self.clientHints = clientHints
    self.missingValue = missingValue
    self.outcome = outcome
    self.logging = logging
    self.layout = layout
    self.sourceStyle = sources
    self.userData = userData().inOrder
    self.events = events()
    place = TagwrightPlan.place(file, line)
  }
}
