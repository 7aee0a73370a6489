import JSONText
import Simulator

/// The settings for comparing two lists of events.
struct Comparing {
  /// Whether cookies may have come with the hit that its log does not have.
  var hasUnknownCookies = false
  /// The group of its visitor, where a sample is played.
  var group: Int?
  /// Whether examples keep values.
  var keepsValues = false
}

extension ReplayTotals {
  /// Pairs the events of the same id first, then those of the same name in their order; the rest comes or goes.
  mutating func compare(_ old: [SentEvent], _ new: [SentEvent], _ comparing: Comparing) {
    count(old, .before, comparing)
    count(new, .after, comparing)
    var unpaired = new
    var remaining: [SentEvent] = []
    for event in old {
      if let place = unpaired.firstIndex(where: { $0.kind == event.kind && $0.id == event.id }) {
        addPair(event, unpaired.remove(at: place), comparing)
      } else {
        remaining.append(event)
      }
    }
    for event in remaining {
      if let place = unpaired.firstIndex(where: { $0.kind == event.kind }) {
        addPair(event, unpaired.remove(at: place), comparing)
      } else {
        add(event.kind, \.gone, comparing)
      }
    }
    for event in unpaired { add(event.kind, \.come, comparing) }
  }

  /// Counts events that are the same before and after.
  mutating func addUnchanged(_ events: [SentEvent], _ comparing: Comparing) {
    count(events, .both, comparing)
    for event in events { kinds[event.kind, default: EventCounts()].unchanged += 1 }
  }

  /// Counts an event that comes, goes or changes.
  mutating func add(
    _ kind: SentKind, _ count: WritableKeyPath<EventCounts, Int>, _ comparing: Comparing
  ) {
    kinds[kind, default: EventCounts()][keyPath: count] += 1
    if let group = comparing.group {
      kinds[kind, default: EventCounts()].groups[group, default: 0] += 1
    }
  }

  /// Counts two events that are one before and after.
  ///
  /// - Parameter ignored: paths at which a difference says nothing.
  mutating func addPair(
    _ old: SentEvent, _ new: SentEvent, _ comparing: Comparing, ignoring ignored: Set<String> = []
  ) {
    let paths = old.differences(to: new).filter { !ignored.contains($0) }
    guard !paths.isEmpty else { return kinds[old.kind, default: EventCounts()].unchanged += 1 }
    add(old.kind, \.changed, comparing)
    for path in paths {
      let (from, to) = (
        ValueKind.text(old.value(at: path)), ValueKind.text(new.value(at: path))
      )
      let change = from == to ? "another \(to)" : "\(from) → \(to)"
      kinds[old.kind, default: EventCounts()].changes[path, default: [:]][change, default: 0] += 1
      if comparing.keepsValues {
        kinds[old.kind, default: EventCounts()].addExample(
          ChangedValue(before: old.shownValue(at: path), after: new.shownValue(at: path)), at: path)
      }
    }
  }

  private mutating func count(
    _ events: [SentEvent], _ side: Side, _ comparing: Comparing
  ) {
    var seen: Set<SentKind> = []
    for event in events {
      let isRepeated = !seen.insert(event.kind).inserted
      count(event, side, comparing)
      if isRepeated { kinds[event.kind, default: EventCounts()].repeated.add(side) }
    }
  }

  /// Counts what an event has and lacks.
  mutating func count(_ event: SentEvent, _ side: Side, _ comparing: Comparing) {
    var counts = kinds[event.kind] ?? EventCounts()
    kinds[event.kind] = nil
    counts.requests.add(side)
    for path in event.members.keys { counts.members.add(path, side) }
    for path in event.missing { counts.missing.add(path, side) }
    for key in event.matchKeys {
      if event.has(key) {
        counts.matchKeys.add(key.name, side)
      } else if key.isCookie, comparing.hasUnknownCookies {
        counts.unknown.add(key.name, side)
      }
    }
    if let identity = event.identity {
      ids.add(identity, side)
    } else {
      counts.withoutID.add(side)
    }
    kinds[event.kind] = counts
  }
}

extension SentEvent {
  /// A value as the person who asked for values sees it; never a token.
  fileprivate func shownValue(at path: String) -> String {
    guard let value = value(at: path) else { return "nothing" }
    return SecretMask.isSecret(path) ? SecretMask.replacement : value.text(.compact)
  }
}
