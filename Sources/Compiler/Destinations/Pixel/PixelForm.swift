import SandboxedJS
import Templates

/// A destination's pixel in the browser: its own few lines of JavaScript, and what they are called with.
struct PixelForm: Sendable {
  /// The tag's own code where the pixel is on the page, and where the tag loads it.
  let installed: TemplateSource
  let generated: TemplateSource
  /// The dotted paths of the functions that the pixel puts on a page, and those of them that make events.
  let functions: [String]
  let eventFunctions: [String]
  /// The function for events, with the place of the argument that holds the event's id.
  let call: String
  let idArgument: Int
  let idMember: String
  /// The name under which the pixel takes a digest.
  let digestName: @Sendable (String) -> String
  /// What stands in the places of the modules.
  var places: [String: String] = [:]
  /// The event of a call, with the value of each cookie; `nil` for other calls.
  let event: @Sendable (PageRecord.Call, (String) -> String?) -> ReceivedEvent?
  /// Which events are counted once.
  let counting: Reception.Rule
}
