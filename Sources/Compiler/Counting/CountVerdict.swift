/// A destination's verdict on one event of a site.
package struct CountVerdict: Hashable, Sendable {
  /// The destination's name.
  package let service: String
  /// The event's name, in the destination's words; both where they differ.
  package let name: String
  /// The number of events that it counts for this event of the site.
  package let count: Int
  /// Whether browser and server are counted as two.
  package let isDouble: Bool
  /// Whether it is dropped for an id that another event had, so that it is not counted at all.
  package let isLost: Bool
  /// Whether both were received and met.
  package let isShared: Bool
  /// The reason, lower case, without a full stop.
  package let reason: String
  /// The events that it is about: the one that was counted first, then those that met it or should have.
  package let events: [ReceivedEvent]

  /// Whether something is wrong: what is counted twice, or not at all.
  package var isFault: Bool { isDouble || isLost }

  /// The verdict in one line: `Destination counts 1 Purchase: …`.
  package var text: String { "\(service) counts \(count) \(name): \(reason)" }

  private init(
    _ counting: EventCounting, _ name: String, _ count: Int, _ reason: String,
    _ events: [ReceivedEvent], isDouble: Bool = false, isLost: Bool = false, isShared: Bool = false
  ) {
    self.events = events
    service = counting.service
    self.name = name
    self.count = count
    self.reason = reason
    self.isDouble = isDouble
    self.isLost = isLost
    self.isShared = isShared
  }

  static func once(_ entry: CountedEvent, _ counting: EventCounting) -> CountVerdict {
    let first = entry.first
    guard let other = entry.others.first(where: { $0.event.origin != first.origin }) else {
      let missing = first.origin == .pixel ? "the server sends none" : "the pixel is not called"
      return CountVerdict(
        counting, first.name, 1, "it comes from the \(first.origin.rawValue) alone, \(missing)",
        entry.events)
    }
    let reason =
      if let id = first.id, other.event.id == id {
        "pixel and server have the id '\(id)', and the second is merged into the first"
      } else {
        "the server has no id; the browser's id alone tells that it is the same, on which nobody should rely"
      }
    return CountVerdict(counting, first.name, 1, reason, entry.events, isShared: true)
  }

  static func again(_ entry: CountedEvent, _ counting: EventCounting) -> CountVerdict {
    let hours = Int(counting.rule.dropsWithin / 3_600_000)
    let what = entry.first.id.map { "the id '\($0)'" } ?? "the same browser's id"
    return CountVerdict(
      counting, entry.first.name, 0, "\(what) was counted before, within \(hours) hours",
      entry.events, isShared: entry.hasBothHalves)
  }

  /// Two events that differ, under one id: the second is dropped.
  static func lost(_ entry: CountedEvent, _ counting: EventCounting) -> CountVerdict {
    let id = entry.first.id ?? ""
    return CountVerdict(
      counting, entry.first.name, 0,
      "another event had the id '\(id)' before, with other values, so that this one is lost: give each its own id",
      entry.events, isLost: true, isShared: entry.hasBothHalves)
  }

  static func twice(
    _ first: ReceivedEvent, _ second: ReceivedEvent, _ counting: EventCounting
  ) -> CountVerdict {
    let (pixel, server) = first.origin == .pixel ? (first, second) : (second, first)
    let name = pixel.name == server.name ? pixel.name : "\(pixel.name) and \(server.name)"
    func said(_ id: String?) -> String { id.map { "'\($0)'" } ?? "none" }
    let reason =
      if counting.rule.distinguishes(pixel, server) {
        "the pixel calls it '\(pixel.name)', the server '\(server.name)'"
      } else if let own = pixel.pixel, let other = server.pixel, own != other {
        "the pixel is '\(own)', the server sends to '\(other)'"
      } else {
        "the id of the pixel is \(said(pixel.id)), that of the server \(said(server.id))"
      }
    return CountVerdict(counting, name, 2, reason, [pixel, server], isDouble: true)
  }
}
