import JSONText
import TagwrightPlan

/// A hit that brings a value for everything that one event takes, and the body that the destination gets of it.
struct ExampleHit {
  /// The place where a scenario puts a value so that a member of the request gets it.
  struct Place {
    /// `nil` where a variable has several.
    let member: Member?
    /// A function that puts its argument there.
    let assignment: String
  }

  let event: ResolvedEvent
  /// The lines that fill the hit.
  let lines: String
  /// The body that the destination gets.
  let body: JSON
  /// The places of the values that a scenario can change.
  let places: [Place]

  /// The name by which the template's code knows the event.
  let mark: String
  var sentAs: String { event.sentAs }

  /// Members whose value the scenario takes as it comes, since no example can be made for them.
  let unpredicted: [Member]

  init(_ index: Int, _ template: TagTemplate) {
    event = template.events[index]
    mark = template.mark(of: event)
    let declaration = template.destination.declaration
    var assignments: [String] = []
    if declaration.layout != .tagPerEvent {
      assignments.append("input.event = \(JavaScript.literal(event.sentAs));")
      let target =
        declaration.layout != .lookupTable
        ? "input.\(TagTemplate.markField)"
        : declaration.sourceStyle == .inline ? "eventData.event_name" : "input.event_name"
      assignments.append("\(target) = \(JavaScript.literal(mark));")
    }
    var hit = HitValues(template.destination, template.reads)
    if !template.reads.isInline {
      for variable in event.variables(of: template.destination.name) {
        hit.take(VariableTemplate(variable, of: event, template.destination))
      }
    }
    for member in event.members where template.reads.isInline || member.variableGroup == nil {
      hit.add(member)
    }
    hit.finish(event.members, pairs: template.profile.pairs)
    assignments += hit.assignments
    assignments += template.destination.secrets.map {
      "input.\($0.member) = \(JavaScript.literal(DestinationProfile.exampleSecret));"
    }
    lines = assignments.joined(separator: "\n")
    places = hit.places
    unpredicted = hit.unpredicted
    body = Self.body(template, event, hit.results)
  }

  private static func body(
    _ template: TagTemplate, _ event: ResolvedEvent, _ results: [String: JSONObject]
  ) -> JSON {
    let profile = template.profile
    var objects = results
    for collected in profile.collected {
      if let value = collected.example(results[collected.object]) {
        objects[collected.place.object, default: .init()][collected.place.name] = value
      }
    }
    let own = objects[Envelope.event]?.members ?? []
    var whole = profile.event.example(profile, of: event, objects: objects).object ?? .init()
    for member in own { whole[member.key] = member.value }
    objects[Envelope.event] = whole
    let body = profile.body.example(profile, of: event, objects: objects)
    return template.destination.secrets.reduce(body) { body, secret in
      body.adding(
        secret.member, .string(DestinationProfile.exampleSecret),
        below: secret.object.split(separator: ".").map(String.init)[...])
    }
  }
}

extension JSON {
  /// The object with a member more, below an object of it.
  func adding(_ name: String, _ value: JSON, below path: ArraySlice<String>) -> JSON {
    guard var object else { return self }
    if let first = path.first {
      object[first] = object[first]?.adding(name, value, below: path.dropFirst())
    } else {
      object[name] = value
    }
    return .object(object)
  }
}
