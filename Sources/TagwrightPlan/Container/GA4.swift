package import Diagnostics

/// The client that receives GA4 hits and turns them into events.
public struct GA4Client: Sendable {
  package let name: String
  package let priority: Int
  package let cookieDomain: String
  package let place: SourcePlace

  /// Declares a GA4 client with Tag Manager's own settings: default paths, the server-managed `FPID`
  /// cookie for two years.
  ///
  /// - Parameters:
  ///   - name: its name, which conditions such as `.client("GA4")` compare with.
  ///   - priority: a client with a higher number is asked first.
  ///   - cookieDomain: the domain of the `FPID` cookie, or `auto`.
  public init(
    _ name: String = "GA4", priority: Int = 100, cookieDomain: String = "auto",
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.priority = priority
    self.cookieDomain = cookieDomain
    place = TagwrightPlan.place(file, line)
  }
}

/// The tag that sends GA4 events on to Google Analytics.
public struct GA4Tag: Sendable {
  package let name: String
  package let measurementID: String
  package let triggers: [TriggerReference]
  package let excludedParameters: [String]
  package let redactsVisitorIP: Bool
  package let consent: Consent?
  package let notes: String?
  package let place: SourcePlace

  /// Declares a GA4 tag.
  ///
  /// - Parameters:
  ///   - name: the tag's name.
  ///   - measurementID: the property's measurement id, such as `G-ABC1234567`.
  ///   - triggers: when it fires; by default for every event of the container's GA4 clients.
  ///   - excludedParameters: event parameters that do not go on to Google, such as `ttclid`.
  ///   - redactsVisitorIP: whether the visitor's address is left out.
  ///   - consent: without a policy it fires whatever the hit says, and Google follows the consent in it; with one, an
  ///     event without that consent does not go on to Google.
  ///   - notes: what stands in the tag's notes.
  public init(
    _ name: String = "GA4", measurementID: String, firing triggers: [TriggerReference] = [],
    excluding excludedParameters: [String] = [], redactsVisitorIP: Bool = false,
    consent: Consent? = nil, notes: String? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    self.name = name
    self.measurementID = measurementID
    self.triggers = triggers
    self.excludedParameters = excludedParameters
    self.redactsVisitorIP = redactsVisitorIP
    self.consent = consent
    self.notes = notes
    place = TagwrightPlan.place(file, line)
  }
}
