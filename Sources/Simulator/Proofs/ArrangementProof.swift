import SandboxedJS

/// One plan laid out in several ways: whatever arrives, all of them send the same and set the same cookies.
package struct ArrangementProof: Sendable {
  /// One way to lay out the plan.
  package struct Arrangement: Sendable {
    let name: String
    let simulation: Simulation

    /// A way with a name for people, such as `a tag per event`.
    package init(name: String, _ simulation: Simulation) {
      self.name = name
      self.simulation = simulation
    }
  }

  /// The differences, each event once.
  package private(set) var findings: [ContainerProof.Finding] = []
  /// The events that were tried out in every arrangement, counted with each of their forms.
  package private(set) var tries = 0
  /// The requests and cookies that were compared.
  package private(set) var effects = 0

  /// Tries out the events of each container's first arrangement in all of its arrangements.
  package init(_ containers: [[Arrangement]]) throws(HitError) {
    for arrangements in containers { try compare(arrangements) }
  }

  private mutating func compare(_ arrangements: [Arrangement]) throws(HitError) {
    guard let first = arrangements.first else { return }
    for event in ProvenEvent.all(of: first.simulation) {
      for data in Self.forms(of: event) {
        tries += 1
        let expected = try Self.sent(event.hit(data), first)
        effects += expected.count
        for other in arrangements.dropFirst()
        where try Self.sent(event.hit(data), other) != expected {
          add(event.name, "\(first.name) and \(other.name) send different requests or cookies")
        }
      }
    }
  }

  private mutating func add(_ event: String, _ message: String) {
    let finding = ContainerProof.Finding(
      proof: .layouts, event: event, message: message,
      fix:
        "compare 'simulate --event' in both; a condition or a variable of the plan may name a tag or a field"
    )
    if !findings.contains(finding) { findings.append(finding) }
  }

  /// Hits that differ in what layouts could treat differently.
  private static func forms(of event: ProvenEvent) -> [ScriptValue] {
    let data = event.data()
    return [
      data, event.data(inHit: 2), .object([.init("event_name", .string(event.name))]),
      data.with([.init("x-ga-gcs", "G100")]), data.with([.init("x-ga-gcs", .undefined)]),
      data.with([.init("user_data", ["email_address": ["A@example.com", "b@example.com"]])]),
      data.with([.init("value", "12.50"), .init("currency", "eur"), .init("user_id", 7)]),
    ] + ItemShape.all.map { data.with([.init("items", $0.value)]) }
  }

  /// Returns the requests and cookies that a hit leads to, whichever tags send them.
  private static func sent(_ hit: IncomingHit, _ arrangement: Arrangement) throws(HitError)
    -> [String]
  {
    let tags = try arrangement.simulation.run(hit).events.flatMap(\.tags)
    let requests = tags.flatMap(\.effects.requests).map { "\($0.method) \($0.wholeText)" }
    return (requests + tags.flatMap(\.effects.cookies).map(\.headerText)).sorted()
  }
}
