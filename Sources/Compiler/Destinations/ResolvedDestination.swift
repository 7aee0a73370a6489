import Diagnostics
import TagwrightPlan

/// A destination of a plan, with what it is and with the members of each of its events.
package struct ResolvedDestination: Sendable {
  let kind: any CompiledDestination.Type
  let profile: DestinationProfile
  let declaration: DestinationDeclaration
  let events: [ResolvedEvent]
  /// The secrets of the body, beside the token.
  let secrets: [BodySecret]
  /// The plan's code for the names in capitals in the pixel's own code.
  let pixelPlaces: [String: String]
  /// The match keys that every event carries, with the sources that a plan need not name.
  let userData: [MatchKey]

  var name: String { declaration.name }
  var place: SourcePlace { declaration.place }
  /// The name of the one tag of a lookup table.
  var sharedTagName: String { "\(name) events" }
  /// The first value of the account.
  var pixel: String { declaration.account.first ?? "" }

  /// - Returns: `nil` for one that has no compiler.
  init?(_ destination: any Destination) {
    guard let compiled = destination as? any CompiledDestination else { return nil }
    self.init(of: compiled)
  }

  private init<Kind: CompiledDestination>(of destination: Kind) {
    let declaration = destination.declaration
    var profile = destination.ownProfile
    if declaration.onlyTests, case .ending(let suffix)? = profile.testing?.mark {
      profile.delivery.address.append(.text(suffix))
    }
    kind = Kind.self
    self.profile = profile
    self.declaration = declaration
    secrets = Self.testSecrets(declaration, profile) + destination.ownSecrets
    pixelPlaces = destination.pixelPlaces
    let shared = declaration.userData.map { $0.filled(by: profile) }
    userData = shared
    events = declaration.events.map { [profile] mapping in
      let own = mapping.userData.map { $0.filled(by: profile) }
      let replaced = Set(own.map(\.kind))
      let keys =
        own.isEmpty ? shared : (shared.filter { !replaced.contains($0.kind) } + own).inOrder
      let role = profile.vocabulary.role(of: mapping.event.name)
      let eventID = mapping.eventID(of: declaration, role)
      return ResolvedEvent(
        mapping: mapping, role: role, matchKeys: keys, eventID: eventID,
        members: MemberList(
          mapping, keys: keys, eventID: eventID, declaration, profile,
          own: destination.ownMembers(of: mapping)
        ).members,
        consent: mapping.consent ?? declaration.consent,
        tagName: mapping.name
          ?? "\(declaration.name) \(mapping.event.name) (\(mapping.eventName))",
        currentName: mapping.event.currentName(in: profile.vocabulary))
    }
  }

  private static func testSecrets(
    _ declaration: DestinationDeclaration, _ profile: DestinationProfile
  ) -> [BodySecret] {
    guard let code = declaration.testEventCode,
      case .code(let member, let object)? = profile.testing?.mark
    else { return [] }
    return [
      BodySecret(
        object: object, member: member, label: "Test event code", variable: "Test Event Code",
        help: "Shows events under Test Events. Must be empty in production.", secret: code)
    ]
  }
}

/// An event that a destination maps.
package struct ResolvedEvent: Sendable {
  /// The line of the event map.
  let mapping: On<EventPayload>
  let role: EventRole?
  /// The destination's match keys, replaced or joined by the event's own.
  let matchKeys: [MatchKey]
  /// Its own source of an id, the destination's, and for a purchase the order's number.
  let eventID: Source?
  let members: [Member]
  let consent: Consent
  /// `TikTok Purchase (purchase)`: what is sent, and on what.
  let tagName: String
  /// The destination's present name for the event.
  let currentName: String

  var eventName: String { mapping.eventName }
  /// The name or the id under which requests have it.
  var sentAs: String { payload.identifier ?? payload.name }
  /// The same for people: an id with the name.
  var shownName: String {
    payload.identifier.map { "\(payload.name) (\($0))" } ?? payload.name
  }
  var place: SourcePlace { mapping.place }
  /// The payload that is sent: its place is that of `send:`.
  var payload: EventPayload { mapping.event }
}

extension On<EventPayload> {
  fileprivate func eventID(of declaration: DestinationDeclaration, _ role: EventRole?) -> Source? {
    if let eventID { return eventID }
    guard case .sharedEventID(let source, let purchase) = declaration.deduplication.kind else {
      return nil
    }
    guard role == .purchase, let purchase else { return source }
    return .anyOf(source.candidates + purchase.candidates)
  }
}

extension EventPayload {
  fileprivate func currentName(in vocabulary: EventVocabulary) -> String {
    guard case .legacy(let replacement) = kind, vocabulary.names.contains(replacement) else {
      return name
    }
    return replacement
  }
}

extension MatchKey {
  /// The key with the sources that a destination has for it, where the plan names none.
  fileprivate func filled(by profile: DestinationProfile) -> MatchKey {
    guard sources.isEmpty, hashed.isEmpty, let form = profile.identifier(of: kind) else {
      return self
    }
    return with(sources: form.sources(at: self))
  }
}

extension Source {
  /// The first of these that has a value.
  static func anyOf(_ sources: [Source]) -> Source {
    Source(.firstOf(sources), at: sources.first?.place)
  }
}
