import JSONText
import TagwrightPlan

/// A hit that brings a value for everything that one event takes, and the body that TikTok gets of it.
struct ExampleHit {
  /// Where a scenario puts a value so that a member of the request gets it.
  struct Place {
    let member: TikTokMember
    /// A function that puts its argument there.
    let assignment: String
  }

  let mapping: On<TikTok.Event>
  /// The lines that say which event it is, in a layout with a lookup table.
  let identity: String
  /// The lines that fill the hit, after `identity`.
  let lines: String
  /// What TikTok gets.
  let body: JSON
  /// Where the values stand that a scenario can change.
  let places: [Place]

  var eventName: String { mapping.eventName }
  var sentAs: String { mapping.event.name }

  /// Members whose value the scenario takes as it comes, since no example can be made for them.
  let unpredicted: [TikTokMember]

  init(_ index: Int, _ template: TikTokTemplate) {
    mapping = template.events[index]
    let destination = template.destination
    var identity: [String] = []
    if destination.layout == .lookupTable {
      identity.append("input.event = \(JavaScript.literal(mapping.event.name));")
      let target = destination.sourceStyle == .inline ? "eventData.event_name" : "input.event_name"
      identity.append("\(target) = \(JavaScript.literal(mapping.eventName));")
    }
    self.identity = identity.joined(separator: "\n")

    var hit = HitValues(destination, template.reads)
    for member in template.codes[index].members { hit.add(member) }
    hit.finish()
    var assignments = identity + hit.assignments
    if destination.testEventCode != nil {
      assignments.append("input.test_event_code = \(JavaScript.literal(Self.testEventCode));")
    }
    lines = assignments.joined(separator: "\n")
    places = hit.places
    unpredicted = hit.unpredicted
    body = Self.body(destination, mapping, hit.results)
  }

  /// An example that no search for test event codes takes for a real one.
  private static let testEventCode = "EXAMPLE_TEST_CODE"

  private static func body(
    _ destination: TikTok, _ mapping: On<TikTok.Event>, _ results: [String: JSONObject]
  ) -> JSON {
    var properties = results["properties"] ?? .init()
    if let contents = mapping.event.contents {
      if case .constant(let type) = contents.type.source.kind {
        properties["content_type"] = .string(type)
      }
      if destination.missingValue == .fromContents, properties["value"] == nil {
        properties["value"] = .number(JSONNumber(unchecked: "59.98"))
      }
    }
    var event = JSONObject([
      .init("event", .string(mapping.event.name)), .init("event_time", 1_767_225_600),
      .init("user", .object(results["user"] ?? .init())),
      .init("properties", .object(properties)),
      .init("page", .object(results["page"] ?? .init())),
    ])
    for member in results["event"]?.members ?? [] { event[member.key] = member.value }
    if case .on = destination.limitedDataUse.kind { event["limited_data_use"] = true }
    var body = JSONObject([
      .init("event_source", .string(destination.source.word)),
      .init("event_source_id", "EXAMPLE0000000000000"),
      .init("partner_name", "GoogleTagManagerServer"), .init("data", [.object(event)]),
    ])
    if destination.testEventCode != nil { body["test_event_code"] = .string(testEventCode) }
    return .object(body)
  }
}
