public import TagwrightPlan

// The plan's half of the destination that the article on adding one invents; its blocks are the text of this file.

/// Events for Postbox: which events of the site go there, where each value comes from, and what consent it needs.
public struct Postbox: DeclaredDestination {
  /// What Postbox is told: an event's name and where its values come from.
  public typealias Event = DestinationEvent<Postbox>

  /// What the plan says of it.
  public var declaration: DestinationDeclaration

  /// Declares the destination.
  public init(
    _ name: String = "Postbox", account: String, accessToken: Secret, consent: Consent,
    deduplication: Deduplication, file: StaticString = #filePath, line: UInt = #line,
    @MatchKeyBuilder userData: () -> [MatchKey], @EventMapBuilder<Event> events: () -> [On<Event>]
  ) {
    declaration = DestinationDeclaration(
      name, account: [account], accessToken: accessToken, testEventCode: nil, consent: consent,
      deduplication: deduplication, userData: userData(), events: events(), file, line)
  }
}

extension DestinationEvent<Postbox> {
  /// A page was seen.
  public static var visit: Plain { Plain("visit") }
  /// An order was paid; Postbox counts it by value, currency and products.
  public static var order: Sale { Sale("order") }
}

extension Postbox {
  package static let calls = EventCalls(
    of: Postbox.self, plain: [Event.visit], sales: [Event.order])

  package init(_ declaration: DestinationDeclaration) { self.declaration = declaration }
}
