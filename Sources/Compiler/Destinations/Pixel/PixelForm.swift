import CustomTemplate
import TagwrightPlan

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
    /// The argument that holds the event's id; that of the properties where it stands among them.
    let options: Int
    var hasOptions: Bool { options != properties }
  }

  /// A call that says who the visitor is.
  struct PersonCall: Sendable {
    let function: String
    var verb: String?
    let person: Int
  }

  let script: PixelScript
  var personCall: PersonCall?
  /// Whether a pixel that is on the page learns from the tag who the visitor is.
  var tellsInstalledPixel = false
  /// The members of the options: the event's id, and the pixel where it stands there.
  let idMember: String
  var pixelMember: String?
  /// The property that names an event: one of its own name, or any where the pixel knows events by ids.
  var eventMember: String?
  /// A function that returns the pixel's name for an event of the destination's list.
  var spelling: @Sendable (String) -> String = { $0 }
  /// The pixel's names for properties and for the members of products; nothing else is sent. `nil` where all names are
  /// the server's.
  var names: KeyValuePairs<String, String>?
  /// Whether the tag passes limited data use on to the pixel.
  var limitsDataUse = false
  /// The names under which the pixel takes digests, where they differ from those of plain values.
  var digestMembers: [String: String] = [:]
  /// Scenarios of its own, where the tag loads the pixel.
  var scenarios: [TemplateScenario] = []
  /// Which events are counted once.
  let counting: EventCounting.Rule

  /// The name under which the pixel takes a digest.
  func digestMember(_ name: String) -> String { digestMembers[name] ?? name }

  /// Whether the pixel takes any properties beside the event's id.
  var takesProperties: Bool { names?.isEmpty != true }

  /// Whether a row of properties is of use: what is made from contents may be taken where they are not.
  func takes(_ row: Member.PixelRow) -> Bool {
    takesProperties && (row.type.hasPrefix("content") || property(row.name) != nil)
  }

  /// The pixel's name for a property; `nil` for one that it does not take.
  func property(_ name: String) -> String? {
    guard let names else { return name }
    return names.first { $0.key == name }?.value
  }

  /// Returns the pixel's name for an event; `nil` where it knows events by ids, and the plan has
  /// none for it.
  func name(of event: EventPayload) -> String? {
    guard event.identifier == nil else { return event.pixelIdentifier }
    return event.kind == .custom ? event.name : spelling(event.name)
  }

  /// The destination's name for what the pixel calls so.
  func eventName(_ called: String, in vocabulary: EventVocabulary) -> String {
    let known = vocabulary.events.first {
      spelling($0.name) == called || spelling($0.name) == spelling(called)
    }
    return known?.name ?? called
  }
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
