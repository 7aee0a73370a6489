package import Diagnostics
package import TagwrightPlan

/// What the compiler asks of a destination; each conforms in a folder of its own.
package protocol CompiledDestination: Destination {
  /// What is wrong with its declaration.
  func check(in container: ResolvedContainer) -> [Diagnostic]
  /// Adds its entities to a container.
  func lower(into builder: inout DraftBuilder, folder: String?)
  /// What the generated documentation says of it.
  var summary: DestinationSummary { get }
}

/// A destination for people: its event map, consent and match keys.
package struct DestinationSummary: Sendable {
  /// One line of the event map.
  package struct Event: Sendable {
    let eventName: String
    let conditions: [String]
    let sentAs: String
    let values: [(name: String, source: String)]
    let matchKeys: [String]
    let consent: String
  }

  let name: String
  /// What the destination is, such as `TikTok Events API`.
  let service: String
  let facts: [(name: String, value: String)]
  let events: [Event]
  /// Every match key that some event carries, in the destination's order.
  let matchKeys: [(name: String, sources: String)]
}
