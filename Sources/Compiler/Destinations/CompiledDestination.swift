package import Simulator
package import TagwrightPlan

/// What the compiler asks of a destination; each conforms in a folder of its own.
package protocol CompiledDestination: Destination {
  /// The rules that its declaration is held against.
  static var rules: [Rule] { get }
  /// What it is, such as `TikTok Events API`.
  static var service: String { get }
  /// The steps of setting it up, in their order; exactly one takes the rules that no other names.
  static var setUp: [SetUpStep] { get }
  /// By what its tags and pixels are known in any export; `nil` where it has no pixel.
  static var contract: ContractVocabulary? { get }
  /// Where its requests go, what is answered there and what is needed.
  static var endpoint: Endpoint { get }
  /// What it decides of consent and ids, for each event of each tag.
  var policies: [EventPolicy] { get }
  /// The same in another layout and with other reads; both send the same.
  func arranged(_ layout: Layout, _ sources: SourceStyle) -> Self
  /// How it takes in and counts events; `nil` where it has no pixel.
  static var reception: Reception? { get }
  /// How events are tried out; `nil` where it has no view for that.
  static var testEvents: TestEventService? { get }
  /// Adds what it declares to what rules for any plan look at.
  func declare(in values: inout DeclaredValues)
  /// Adds its entities to a container.
  func lower(into builder: inout DraftBuilder, folder: String?)
  /// What its tags read of the browser's events; none where it takes none from a browser.
  var browserEvents: [BrowserEvent] { get }
  /// Adds its pixel to a web container.
  ///
  /// - Parameter origin: where the pixel's code comes from; never `none`.
  func lowerPixel(_ origin: Pixel.Origin, into builder: inout DraftBuilder, folder: String?)
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
