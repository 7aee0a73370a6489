extension TikTok {
  /// Where events happened: `event_source` of the Events API.
  ///
  /// Open for `offline` and `crm`, whose requests have other required members.
  public struct EventSource: Sendable {
    package let word: String

    /// A website.
    public static let web = EventSource(word: "web")
  }

  /// The page of an event: `page.url` and `page.referrer`, full addresses.
  public struct Page: Sendable {
    package let url: Source
    package let referrer: Source

    /// Takes the GA4 client's `page_location` and `page_referrer`, or other sources.
    public init(
      url: Source = .eventData("page_location"), referrer: Source = .eventData("page_referrer")
    ) {
      self.url = url
      self.referrer = referrer
    }
  }

  /// Whether TikTok is asked to limit its processing: `limited_data_use` of an event, a boolean.
  public struct LimitedDataUse: Sendable {
    package enum Kind: Sendable {
      case off, on
      case from(Source)
    }

    package let kind: Kind

    /// The member is not sent.
    public static let off = LimitedDataUse(kind: .off)
    /// The member is `true` for every event.
    public static let on = LimitedDataUse(kind: .on)
    /// The member is what the source says: true, false, or the words `true`, `false`, `1`, `0`.
    public static func from(_ source: Source) -> LimitedDataUse {
      LimitedDataUse(kind: .from(source))
    }
  }

  /// What is sent where an event with contents has no value or no currency.
  public enum MissingValue: Sendable {
    /// The sum of price times quantity, and the first item's currency.
    case fromContents
    /// Nothing.
    case leaveOut
  }

  /// When a tag counts as succeeded.
  public enum Outcome: Sendable {
    /// When TikTok answered with code 0; errors come as HTTP 200 with another code.
    case ofTheAnswer
    /// As soon as the request is on its way.
    case optimistic
  }
}
