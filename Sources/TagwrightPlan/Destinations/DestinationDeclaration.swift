public import Diagnostics

/// The declaration that all destinations share.
public struct DestinationDeclaration: Sendable, AllowanceHolder {
  package let name: String
  package let place: SourcePlace
  /// Whom the events are for, such as a pixel's code: in the order in which the destination names them.
  package var account: [String]
  package let accessToken: Secret
  package let testEventCode: Secret?
  package let consent: Consent
  package var deduplication: Deduplication
  /// Whether all events are sent to be tried out, by an address for that.
  package var onlyTests = false
  package var limitedDataUse = LimitedDataUse.off
  package var page = Page()
  package var missingValue = MissingValue.fromContents
  package var outcome = Outcome.ofTheAnswer
  package var logging = ConsoleLogging.preview
  package var layout = Layout.tagPerEvent
  package var sourceStyle = SourceStyle.visible
  package let userData: [MatchKey]
  package var events: [On<EventPayload>]
  package var allowances: [Allowance] = []

  package init<Kind>(
    _ name: String, account: [String], accessToken: Secret, testEventCode: Secret?,
    consent: Consent, deduplication: Deduplication, userData: [MatchKey],
    events: [On<DestinationEvent<Kind>>], _ file: StaticString, _ line: UInt
  ) {
    self.init(
      name, account: account, accessToken: accessToken, testEventCode: testEventCode,
      consent: consent, deduplication: deduplication, userData: userData,
      events: events.map { $0.map(\.payload) }, at: TagwrightPlan.place(file, line))
  }

  package init(
    _ name: String, account: [String], accessToken: Secret, testEventCode: Secret?,
    consent: Consent, deduplication: Deduplication, userData: [MatchKey],
    events: [On<EventPayload>], at place: SourcePlace
  ) {
    self.name = name
    self.account = account
    self.accessToken = accessToken
    self.testEventCode = testEventCode
    self.consent = consent
    self.deduplication = deduplication
    self.userData = userData.inOrder
    self.events = events
    self.place = place
  }
}

/// A destination that says everything by a declaration of the same form as all others.
public protocol DeclaredDestination: Destination {
  /// The declaration that all destinations share.
  var declaration: DestinationDeclaration { get set }
}

extension DeclaredDestination {
  /// The name with which the destination's tags, templates and folder begin.
  public var name: String { declaration.name }
  /// The line on which it was declared.
  public var place: SourcePlace { declaration.place }
}
