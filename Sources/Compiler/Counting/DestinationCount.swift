/// A destination's count, event by event as they come in.
package struct DestinationCount: Sendable {
  private let counting: EventCounting
  private var counted: [CountedEvent] = []

  package init(_ counting: EventCounting) { self.counting = counting }

  /// Takes in what one event of the site leads to.
  ///
  /// - Parameter time: when it occurs, in milliseconds since 1970.
  /// - Returns: a verdict for each event name, in the order in which they came.
  package mutating func receive(_ events: [ReceivedEvent], at time: Double) -> [CountVerdict] {
    var touched: [Int] = []
    var lost: Set<Int> = []
    for event in events {
      let index = place(of: event, at: time)
      if counted[index].isAnother(event) { lost.insert(index) }
      if !touched.contains(index) { touched.append(index) }
    }
    var verdicts: [CountVerdict] = []
    var rest = touched
    while let index = rest.first {
      rest.removeFirst()
      let entry = counted[index]
      let isNew = entry.time == time && entry.occurrences == 1
      // The other half, which was counted by itself.
      let partners = rest.indices.filter { entry.isOtherHalf(of: counted[rest[$0]]) }
      let partner = partners.max { one, other in
        (entry.likeness(to: counted[rest[one]]), -one)
          < (entry.likeness(to: counted[rest[other]]), -other)
      }
      if isNew, let partner {
        let other = counted[rest.remove(at: partner)]
        verdicts.append(.twice(entry.first, other.first, counting))
      } else {
        verdicts.append(
          isNew
            ? .once(entry, counting)
            : lost.contains(index) ? .lost(entry, counting) : .again(entry, counting))
      }
    }
    for index in touched { counted[index].occurrences += 1 }
    return verdicts
  }

  /// Counts an event with one that it is the same as, or by itself, and returns its place.
  private mutating func place(of event: ReceivedEvent, at time: Double) -> Int {
    let rule = counting.rule
    let known = counted.firstIndex { entry in
      entry.isSame(event, rule) && abs(time - entry.time) <= rule.dropsWithin
    }
    guard let known else {
      counted.append(CountedEvent(first: event, time: time))
      return counted.count - 1
    }
    let isMerged =
      counted[known].first.origin != event.origin
      && abs(time - counted[known].time) <= rule.mergesWithin
    counted[known].others.append((event, isMerged))
    return known
  }
}

/// An event that was counted, and what was found to be the same.
struct CountedEvent: Sendable {
  /// The one that was recorded.
  let first: ReceivedEvent
  let time: Double
  var others: [(event: ReceivedEvent, isMerged: Bool)] = []
  /// The number of the site's events that led to it, the present one included.
  var occurrences = 1

  /// All of them, the one that was recorded first.
  var events: [ReceivedEvent] { [first] + others.map(\.event) }
  /// Whether it came from both sides.
  var hasBothHalves: Bool { others.contains { $0.event.origin != first.origin } }

  /// Whether an event is this one: of the same pixel, name and id, or from the server without an id and of the same
  /// browser.
  func isSame(_ event: ReceivedEvent, _ rule: EventCounting.Rule) -> Bool {
    guard !rule.distinguishes(event, first) else { return false }
    if let pixel = event.pixel, let own = first.pixel, pixel != own { return false }
    if let id = event.id, let own = first.id { return id == own }
    let halves = [event, first]
    guard event.origin != first.origin,
      halves.contains(where: { $0.origin == .server && $0.id == nil })
    else { return false }
    return event.browserID != nil && event.browserID == first.browserID
  }

  /// Whether an event has this one's id and is another, as the values from the same side show.
  func isAnother(_ event: ReceivedEvent) -> Bool {
    guard occurrences > 1, event.id != nil, event.id == first.id else { return false }
    let known = ([first] + others.map(\.event)).first { $0.origin == event.origin }
    return known.map { $0.values != event.values } ?? false
  }

  /// Returns the likeness of the two, pixel before name: an event may go to several pixels, each
  /// with halves of its own.
  func likeness(to other: CountedEvent) -> Int {
    (first.pixel == other.first.pixel ? 2 : 0) + (first.name == other.first.name ? 1 : 0)
  }

  /// Whether the two are halves that should have met.
  func isOtherHalf(of other: CountedEvent) -> Bool {
    !hasBothHalves && !other.hasBothHalves && first.origin != other.first.origin
      && other.occurrences == 1
  }
}
