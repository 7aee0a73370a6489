import JSONText
import TagwrightPlan

/// The body of a request as a tree with places that an event fills: printed as JavaScript and as expected JSON.
indirect enum Envelope: Sendable {
  case record(KeyValuePairs<String, Envelope>)
  case list([Envelope])
  case text(String)
  /// The event's name in the destination's words.
  case eventName
  /// The id that the destination gave the event, behind what all such ids begin with.
  case eventID(prefix: String)
  /// One thing for the events of the destination's list, another for those of one's own names.
  case listed(Envelope, own: Envelope)
  /// A value of the account, by its place.
  case account(Int)
  case token
  /// The present time since 1970.
  case seconds, milliseconds
  /// An object that members are put into.
  case object(String)

  /// The object of the event itself.
  static let event = "event"

  /// The expression, in a tag for these events.
  func code(_ profile: DestinationProfile, _ events: [ResolvedEvent]) -> String {
    func part(_ envelope: Envelope) -> String { envelope.code(profile, events) }
    return switch self {
    case .record(let members):
      "{" + members.map { "\($0.key): \(part($0.value))" }.joined(separator: ", ") + "}"
    case .list(let elements): "[" + elements.map(part).joined(separator: ", ") + "]"
    case .text(let text): JavaScript.literal(text)
    case .eventName: "EVENT"
    case .eventID(let prefix): "\(JavaScript.literal(prefix)) + EVENT"
    case .listed(let listed, let own):
      switch events.filter({ $0.payload.kind == .custom }).map(\.sentAs) {
      case []: part(listed)
      case let names where names.count == events.count: part(own)
      case let names:
        "\(JavaScript.list(names)).indexOf(EVENT) < 0 ? \(part(listed)) : \(part(own))"
      }
    case .account(let place): profile.account[place].code
    case .token: "token"
    case .seconds: "Math.floor(getTimestampMillis() / 1000)"
    case .milliseconds: "getTimestampMillis()"
    case .object(let name): name
    }
  }

  /// Returns the JSON that the example leads to.
  func example(
    _ profile: DestinationProfile, of event: ResolvedEvent, objects: [String: JSONObject]
  ) -> JSON {
    func part(_ envelope: Envelope) -> JSON {
      envelope.example(profile, of: event, objects: objects)
    }
    return switch self {
    case .record(let members):
      .object(JSONObject(members.map { .init($0.key, part($0.value)) }))
    case .list(let elements): .array(elements.map(part))
    case .text(let text): .string(text)
    case .eventName: .string(event.sentAs)
    case .eventID(let prefix): .string(prefix + event.sentAs)
    case .listed(let listed, let own): part(event.payload.kind == .custom ? own : listed)
    case .account(let place): .string(profile.account[place].example)
    case .token: .string(DestinationProfile.exampleToken)
    case .seconds: 1_767_225_600
    case .milliseconds: 1_767_225_600_000
    case .object(let name): .object(objects[name] ?? .init())
    }
  }

  /// The way to an object, such as `.data[0]`; `nil` where it is not below.
  func path(to object: String) -> String? {
    path { if case .object(object) = $0 { true } else { false } }
  }

  /// The way to the event's name, such as `.event`; `nil` where the body does not have it by itself.
  var pathToName: String? {
    path {
      switch $0 {
      case .eventName, .eventID: true
      default: false
      }
    }
  }

  /// The way to the first part that is looked for.
  func path(_ isFound: (Envelope) -> Bool) -> String? {
    if isFound(self) { return "" }
    switch self {
    case .record(let members):
      return members.compactMap { key, value in
        value.path(isFound).map { ".\(key)\($0)" }
      }.first
    case .list(let elements):
      return elements.enumerated().compactMap { index, element in
        element.path(isFound).map { "[\(index)]\($0)" }
      }.first
    case .listed(let listed, _): return listed.path(isFound)
    default: return nil
    }
  }
}
