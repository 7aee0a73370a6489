import CustomTemplate
import Templates

/// A destination's pixel in the browser: how it is called, and its own few lines of JavaScript.
struct PixelForm: Sendable {
  /// A way of calling the pixel with an event; arguments are counted from 0.
  struct Call: Hashable, Sendable {
    /// The dotted path of the function.
    let function: String
    /// The text of the first argument; `nil` where that is not a command.
    var verb: String?
    /// The argument that names the pixel; `nil` where its options do, or every pixel of the page is meant.
    var pixel: Int?
    let event: Int
    let properties: Int
    /// The argument that holds the event's id.
    let options: Int
  }

  /// A call that says who the visitor is.
  struct PersonCall: Sendable {
    let function: String
    var verb: String?
    let person: Int
  }

  /// The tag's own code where the pixel is on the page, and where the tag loads it.
  let installed: TemplateSource
  let generated: TemplateSource
  /// The dotted paths of the functions that the pixel puts on a page.
  let functions: [String]
  /// The calls by which pages make events, as a guide shows them.
  let pageCalls: [String]
  /// The first is the one that the tag makes.
  let calls: [Call]
  let personCall: PersonCall
  /// Whether a pixel that is on the page learns from the tag who the visitor is.
  let tellsInstalledPixel: Bool
  /// The members of the options: the event's id, and the pixel where it stands there.
  let idMember: String
  var pixelMember: String?
  /// The names under which the pixel takes digests, where they differ from those of plain values.
  var digestMembers: [String: String] = [:]
  /// What stands in the places of the modules.
  var places: [String: String] = [:]
  /// Scenarios of its own, where the tag loads the pixel.
  var scenarios: [TemplateScenario] = []
  /// Which events are counted once.
  let counting: Reception.Rule

  /// The name under which the pixel takes a digest.
  func digestMember(_ name: String) -> String { digestMembers[name] ?? name }
}

extension PixelForm.Call {
  /// The call for people, such as `track(event, properties, {id: …})`.
  func text(idMember: String) -> String {
    let arguments = (0...options).map { place in
      switch place {
      case options: "{\(idMember): …}"
      case event: "event"
      case properties: "properties"
      case pixel: "pixel"
      default: verb.map { "'\($0)'" } ?? "…"
      }
    }
    return "\(function)(\(arguments.joined(separator: ", ")))"
  }

  /// The place of the options for people: `third`.
  var optionsOrdinal: String {
    let words = ["first", "second", "third", "fourth", "fifth"]
    return options < words.count ? words[options] : "last"
  }
}
