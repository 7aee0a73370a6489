import CustomTemplate
import TagManager
import TagwrightPlan

/// A tag that sends to a known destination.
struct ReadTag {
  let tag: Tag
  let kind: any CompiledDestination.Type
  /// The text of its template.
  let template: CustomTemplate
  let sources: ReadSources
  /// The name of the destination that it belongs to, with which the names of its variables begin.
  let name: String
  /// The tag's own code, behind the functions that templates share.
  let lines: [String]
  /// The same, taken apart.
  let parsed: [EventLine]

  var profile: DestinationProfile { kind.profile }

  /// The destination that a template may send to; `nil` for any other.
  static func kind(of template: CustomTemplate) -> (any CompiledDestination.Type)? {
    let urls = template.permissions.flatMap { $0.texts("urls") ?? [] }
    return compiledDestinations.first { kind in
      urls.contains { $0.hasPrefix(kind.profile.delivery.prefix) }
    }
  }

  init(
    _ tag: Tag, of kind: any CompiledDestination.Type, _ template: CustomTemplate,
    in container: ReadContainer
  ) throws(ReadingFailure) {
    self.tag = tag
    self.kind = kind
    self.template = template
    let all = template.code.split(separator: "\n").map(String.init)
    guard let start = all.lastIndex(where: { $0.hasPrefix("const EVENT = ") }) else {
      throw ReadingFailure("its template is not one that a plan makes")
    }
    lines = Array(all[start...])
    let token = tag.parameters["access_token"]?.value ?? ""
    let ending = " Access Token"
    guard let variable = ReadContainer.name(in: token), variable.hasSuffix(ending),
      container.secret(token) != nil
    else {
      throw ReadingFailure(
        "its access token does not come from a variable '\(kind.profile.name)\(ending)'")
    }
    name = String(variable.dropLast(ending.count))
    sources = ReadSources(tag.parameters, template, in: container)
    parsed = EventLine.all(in: lines, sources)
  }

  /// The text that a field of the tag holds.
  func text(_ field: String) -> String? { tag.parameters[field]?.value }

  /// The arrangement of the destination's events that the code shows.
  var layout: Layout {
    guard lines.contains("const EVENT = text(data.event);") else { return .tagPerEvent }
    return text(TagTemplate.markField) == nil ? .lookupTable : .tagPerEvent(template: .shared)
  }

  /// The destination's name for the event of the one tag for it.
  var sentName: String? {
    guard layout == .tagPerEvent else { return text("event") }
    let start = "const EVENT = "
    return lines.first { $0.hasPrefix(start) }.flatMap {
      CodeText.literal($0.dropFirst(start.count).dropLast())
    }
  }
}

/// The reason why tags do not come back as a destination.
struct ReadingFailure: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
