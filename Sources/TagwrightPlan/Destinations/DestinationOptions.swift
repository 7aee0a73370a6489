/// The page of an event, full addresses.
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

/// Whether the destination is asked to limit its processing.
public enum LimitedDataUse: Sendable {
  /// The request says nothing of it.
  case off
  /// Every event asks for it.
  case on
  /// An event asks for it where the source says so: true, false, or the words `true`, `false`, `1`, `0`.
  case from(Source)

  package var isOff: Bool { if case .off = self { true } else { false } }
}

/// The substitute for a missing value or currency of an event with contents.
public enum MissingValue: Sendable {
  /// The sum of price times quantity, and the first item's currency.
  case fromContents
  /// Nothing.
  case leaveOut
}

/// The moments at which a tag can count as succeeded.
public enum Outcome: Sendable {
  /// The moment at which the destination's answer says that it took the event.
  case ofTheAnswer
  /// As soon as the request is on its way.
  case optimistic
}

extension DeclaredDestination {
  /// Lays events out as separate tags, or as one with a lookup table.
  public func layout(_ layout: Layout) -> Self { with { $0.layout = layout } }
  /// Reads values by fields that refer to variables, or inside the template.
  public func sources(_ style: SourceStyle) -> Self { with { $0.sourceStyle = style } }
  /// Says when a tag writes to the console.
  public func logging(_ logging: ConsoleLogging) -> Self { with { $0.logging = logging } }
  /// Says when a tag counts as succeeded.
  public func outcome(_ outcome: Outcome) -> Self { with { $0.outcome = outcome } }
  /// Says where the page's address and its referrer come from.
  public func page(_ page: Page) -> Self { with { $0.page = page } }
  /// Says what is sent where `value` or `currency` has no source with a value.
  public func missingValue(_ missing: MissingValue) -> Self { with { $0.missingValue = missing } }
  /// Asks the destination to limit its processing.
  public func limitedDataUse(_ use: LimitedDataUse) -> Self { with { $0.limitedDataUse = use } }

  /// Accepts what a rule warns of, for this destination and all its events.
  public func allowing(
    _ rule: RuleName, because reason: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Self {
    with { $0 = $0.adding(rule, reason, file, line) }
  }

  private func with(_ change: (inout DestinationDeclaration) -> Void) -> Self {
    var copy = self
    change(&copy.declaration)
    return copy
  }
}
