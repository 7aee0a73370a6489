package import Diagnostics

extension TikTok {
  /// What TikTok is told: an event's name and where its properties come from.
  ///
  /// Names are case sensitive. Where TikTok cannot use an event without a property, it is a required
  /// argument.
  public struct Event: Sendable {
    package let name: String
    package let kind: EventKind
    package let value: Source?
    package let currency: Source?
    package let contents: Contents?
    package let properties: [Property]
    package let place: SourcePlace

    package init(
      _ name: String, _ kind: EventKind = .standard, value: Source? = nil, currency: Source? = nil,
      contents: Contents? = nil, properties: [Property] = [], _ file: StaticString, _ line: UInt
    ) {
      self.name = name
      self.kind = kind
      self.value = value
      self.currency = currency
      self.contents = contents
      self.properties = properties
      place = TagwrightPlan.place(file, line)
    }
  }

  /// Where an event's name comes from.
  package enum EventKind: Sendable, Equatable {
    /// TikTok's list of standard events.
    case standard
    /// The pixel's own page view.
    case pageview
    /// A name that TikTok still accepts; what it is called now.
    case legacy(replacement: String)
    /// A name of one's own: for reports and audiences, not for optimisation.
    case custom
  }
}
