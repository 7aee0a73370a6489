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
  struct Event: Sendable {
    let name: String
    let conditions: [Condition]
    let sentAs: String
    /// What the event carries of its own.
    let values: [Value]
    /// By which the person is found.
    let matchKeys: [Value]
    let consent: Consent
  }

  /// A member of the request and where it comes from.
  struct Value: Hashable, Sendable {
    let name: String
    let sources: [Source]
    /// Sources whose value is a SHA-256 digest already.
    var digests: [Source] = []
  }

  let name: String
  /// What the destination is, such as `TikTok Events API`.
  let service: String
  /// Settings, their values in Markdown.
  let facts: [(name: String, markdown: String)]
  let events: [Event]
  /// What every event carries.
  let sharedValues: [Value]
  /// The order in which match keys stand in tables.
  let matchKeyNames: [String]
}
