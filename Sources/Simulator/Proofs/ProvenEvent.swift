import SandboxedJS
import TagManager

/// An event that proofs are run with: a name that a trigger waits for, and data with which it fires.
struct ProvenEvent: Sendable {
  /// The event's name.
  let name: String
  /// The client that the trigger asks for; `nil` for the container's first.
  private let clientName: String?
  /// The other values that the trigger asks for.
  private let settings: [Setting]
  /// The fields that the event has or the container reads.
  let fields: [EventField]
  /// The places where the destinations of a visitor's events find the ids of clicks and browsers.
  private let identifiers: [RequestForm.Identifier]

  private struct Setting: Hashable {
    let path: String
    let value: ScriptValue
  }

  /// The data of a hit with consent that has everything; another number is another event of the same visitor.
  func data(inHit number: Int = 1) -> ScriptValue {
    let start: ScriptValue = .object([
      .init("event_name", .string(name)), .init("x-ga-gcs", "G111"),
    ])
    let filled = fields.enumerated().reduce(start) { data, field in
      let value = field.element.value(
        inHit: number, place: field.offset, landing: landing)
      return value == .undefined ? data : data.setting(field.element.path, value)
    }
    return settings.reduce(filled) { $0.setting($1.path, $1.value) }
  }

  /// The page that a click led to.
  private var landing: String {
    let parameters = identifiers.compactMap(\.urlParameter).map { "\($0)=E.C.P.proof" }
    return "https://shop.example.com/?\(parameters.joined(separator: "&"))"
  }

  /// A hit with data of the event, in a browser that pixels know.
  func hit(_ data: ScriptValue) -> IncomingHit {
    let cookies = identifiers.filter { $0.urlParameter == nil }.map {
      NamedText($0.cookie, "01PROOF.1")
    }
    return IncomingHit(
      request: IncomingRequest(cookies: cookies), eventData: data, clientName: clientName)
  }
}

extension ProvenEvent {
  /// The names that are tried where a tag waits for no event in particular.
  private static let usualNames = ["page_view", "add_to_cart", "purchase", "generate_lead"]

  /// The events of a simulation's container: one for each name and trigger that its tags wait for, in the order of the tags.
  static func all(of simulation: Simulation) -> [ProvenEvent] {
    let container = simulation.container
    let fields = container.eventFields
    var events: [ProvenEvent] = []
    var seen: Set<[String]> = []
    for tag in container.tags where !tag.isPaused {
      for reference in tag.firing {
        var conditions: [ConditionProgram] = []
        if case .missing = reference { continue }
        if case .trigger(let place) = reference {
          guard container.triggers[place].isSimulated else { continue }
          conditions = container.triggers[place].conditions
        }
        let asked = container.settings(of: conditions)
        for name in container.names(of: conditions) ?? usualNames {
          let key = [name, asked.clientName ?? ""] + asked.values.map { "\($0.path) \($0.value)" }
          guard seen.insert(key).inserted else { continue }
          events.append(
            ProvenEvent(
              name: name, clientName: asked.clientName,
              settings: asked.values.map { Setting(path: $0.path, value: $0.value) },
              fields: fields, identifiers: simulation.endpoints.flatMap(\.identifiers)))
        }
      }
    }
    return events
  }
}

extension ContainerProgram {
  /// The fields of the event data that anything in the container reads, after the usual ones.
  fileprivate var eventFields: [EventField] {
    var seen = Set(EventField.usual)
    let read = eventDataPaths.compactMap(EventField.init)
    return EventField.usual + read.filter { seen.insert($0).inserted }
  }

  /// Returns the demands of the other conditions on the data and on the client, as far as they can
  /// be told.
  fileprivate func settings(
    of conditions: [ConditionProgram]
  ) -> (clientName: String?, values: [(path: String, value: ScriptValue)]) {
    var clientName: String?
    var values: [(path: String, value: ScriptValue)] = []
    for condition in conditions where !condition.isNegated && !isEventName(condition.left) {
      guard case .variable(let slot) = condition.left, case .constant(let right) = condition.right
      else { continue }
      switch variables[slot.index].source {
      case .builtIn(.clientName): clientName = right.text
      case .eventData(.constant(let path), _):
        if let path = path.text, let value = condition.fulfilling { values.append((path, value)) }
      default: break
      }
    }
    return (clientName, values)
  }
}

extension ConditionProgram {
  /// A value for which it holds; `nil` where none is obvious.
  fileprivate var fulfilling: ScriptValue? {
    switch type {
    case .equals, .contains, .startsWith, .endsWith: .string(rightText)
    case .greater, .greaterOrEquals: Double(rightText).map { .number($0 + 1) }
    case .less, .lessOrEquals: Double(rightText).map { .number($0 - 1) }
    case .matchesRegularExpression: alternatives.first.map { .string($0) }
    default: nil
    }
  }
}
