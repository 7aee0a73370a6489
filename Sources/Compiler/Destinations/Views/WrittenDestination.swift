package import TagwrightPlan

/// A destination as a plan writes it: its type, its labels, and the functions for its events.
package struct WrittenDestination: Sendable {
  /// The Swift type, such as `TikTok`.
  package let type: String
  /// The name where it is not the type's own.
  package let ownName: String?
  /// The values of the account, by their labels.
  package let account: [(label: String, value: String)]
  /// The declarations that all destinations have.
  package let declaration: DestinationDeclaration
  /// The declarations that only this one has.
  package let options: WrittenOptions
  private let profile: DestinationProfile
  private let calls: EventCalls

  /// - Returns: `nil` for one that has no compiler.
  package init?(_ destination: any Destination) {
    guard let compiled = destination as? any CompiledDestination else { return nil }
    self.init(of: compiled)
  }

  private init<Kind: CompiledDestination>(of destination: Kind) {
    type = "\(Kind.self)"
    profile = Kind.profile
    calls = Kind.calls
    declaration = destination.declaration
    options = destination.writtenOptions
    ownName = declaration.name == profile.name ? nil : declaration.name
    account = zip(profile.account, declaration.account).map { ($0.planLabel, $1) }
  }

  /// The function that makes an event; `nil` for one of one's own name.
  package func call(of event: EventPayload) -> EventCall? {
    event.kind == .custom ? nil : calls.events.first { $0.name == event.name }
  }

  /// The function that makes a further member; `nil` where `.custom` does.
  package func word(of property: EventProperty) -> String? {
    calls.properties.first { $0.names == property.names && $0.type == property.type }?.word
  }

  /// The sources of a match key for which a plan names none.
  package func usualSources(of key: MatchKey) -> [Source] {
    profile.identifier(of: key.kind)?.sources(at: key) ?? []
  }
}
