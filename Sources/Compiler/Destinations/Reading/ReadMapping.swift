import Diagnostics
import TagManager
import TagwrightPlan

/// The trigger and the tag of a destination's event: the part that a container shows outside of the code.
struct ReadMapping {
  /// The site's name for the event.
  let eventName: String
  /// Its name in requests.
  let sentName: String
  /// The tag that sends it.
  let tag: ReadTag
  /// The name by which the code knows it; `nil` where the code is for one event.
  let mark: String?
  let conditions: [TagwrightPlan.Condition]
  /// The name of its tag, or the one with which its triggers begin; `nil` where neither is there.
  let tagName: String?

  /// The mappings of one destination, in the order of its event map.
  static func all(
    of tags: [ReadTag], in container: ReadContainer
  ) throws(ReadingFailure) -> [ReadMapping] {
    guard let first = tags.first else { return [] }
    if first.layout == .lookupTable {
      guard tags.count == 1 else { throw ReadingFailure("several tags share its lookup table") }
      return try looked(up: first, in: container)
    }
    var mappings: [ReadMapping] = []
    for tag in tags {
      let (eventName, conditions) = try event(of: tag.tag.firingTriggerIDs, in: container)
      guard let sentName = tag.sentName else {
        throw ReadingFailure("tag '\(tag.tag.name)' does not say what it sends")
      }
      mappings.append(
        ReadMapping(
          eventName: eventName, sentName: sentName, tag: tag,
          mark: first.layout == .tagPerEvent ? nil : tag.text(TagTemplate.markField),
          conditions: conditions, tagName: tag.tag.name))
    }
    return mappings
  }

  /// The rows of the table, with the conditions of those that have triggers of their own.
  private static func looked(
    up tag: ReadTag, in container: ReadContainer
  ) throws(ReadingFailure) -> [ReadMapping] {
    guard let table = container.variable(tag.text("event") ?? "")?.parameters["map"]?.list else {
      throw ReadingFailure("its lookup table is not there")
    }
    var own: [String: [String]] = [:]
    for id in tag.tag.firingTriggerIDs {
      guard let trigger = container.trigger(id), trigger.name != "\(tag.name) events" else {
        continue
      }
      let name = trigger.name.range(of: ", alternative ").map {
        String(trigger.name[..<$0.lowerBound])
      }
      own[name ?? trigger.name, default: []].append(id)
    }
    var conditional: [String: (name: String, conditions: [TagwrightPlan.Condition])] = [:]
    for (name, ids) in own {
      let (event, conditions) = try event(of: ids, in: container)
      conditional[event] = (name, conditions)
    }
    return table.map { row in
      let eventName = row.map["key"]?.value ?? ""
      let found = conditional[eventName]
      return ReadMapping(
        eventName: eventName, sentName: row.map["value"]?.value ?? "", tag: tag, mark: eventName,
        conditions: found?.conditions ?? [], tagName: found?.name)
    }
  }

  /// The event that triggers fire for, and what else has to hold.
  private static func event(
    of ids: [String], in container: ReadContainer
  ) throws(ReadingFailure) -> (name: String, conditions: [TagwrightPlan.Condition]) {
    var names: Set<String> = []
    var alternatives: [[TagwrightPlan.Condition]] = []
    for id in ids {
      guard let trigger = container.trigger(id), trigger.type == .customEvent,
        trigger.customEventFilters.count == 1, let filter = trigger.customEventFilters.first,
        filter == TagManager.Condition("{{_event}}", .equals, filter.right)
      else { throw ReadingFailure("it fires on other triggers than those of single events") }
      names.insert(filter.right)
      var conditions: [TagwrightPlan.Condition] = []
      for filter in trigger.filters { conditions.append(try condition(filter, in: container)) }
      alternatives.append(conditions)
    }
    guard names.count == 1, let name = names.first else {
      throw ReadingFailure("its triggers are for several events, or there is none")
    }
    return (name, joined(alternatives))
  }

  /// The beginning that all alternatives share, then the choice between the rests.
  private static func joined(
    _ alternatives: [[TagwrightPlan.Condition]]
  ) -> [TagwrightPlan.Condition] {
    guard alternatives.count > 1, let first = alternatives.first else {
      return alternatives.first ?? []
    }
    var common = 0
    let shortest = alternatives.map(\.count).min() ?? 0
    while common < shortest - 1,
      alternatives.allSatisfy({ $0[common].isSame(as: first[common]) })
    {
      common += 1
    }
    let rests = alternatives.map { Array($0.dropFirst(common)) }.map {
      $0.count == 1 ? $0[0] : TagwrightPlan.Condition(.all($0), at: ReadEvent.noPlace)
    }
    return first.prefix(common) + [.init(.any(rests), at: ReadEvent.noPlace)]
  }

  private static func condition(
    _ filter: TagManager.Condition, in container: ReadContainer
  ) throws(ReadingFailure) -> TagwrightPlan.Condition {
    guard let operation = Comparison.Operator(rawValue: filter.type.rawValue),
      let source = container.sources(of: filter.left).first
    else { throw ReadingFailure("a trigger compares with '\(filter.type.rawValue)'") }
    let comparison = Comparison(
      source, operation, filter.right, ignoresCase: filter.ignoresCase)
    return TagwrightPlan.Condition(filter.isNegated ? comparison.negated : comparison)
  }
}

extension TagwrightPlan.Condition {
  /// Whether both are the same comparison.
  fileprivate func isSame(as other: TagwrightPlan.Condition) -> Bool {
    guard case .comparison(let mine) = kind, case .comparison(let theirs) = other.kind else {
      return false
    }
    return mine == theirs
  }
}
