import Diagnostics
import TagManager

extension Meaning {
  /// A trigger that fires tags has other conditions.
  static let triggerConditions = Meaning(
    "trigger-conditions", "a trigger that fires tags has other conditions",
    because: """
      Every tag that the trigger fires, fires for other events than before, without a change of its own.
      """,
    example:
      "trigger 'purchase' would fire on 'checkout' instead of 'purchase': 1 tag depends on it"
  ) { containers in
    let changed = containers.differences.filter { pair in
      pair.kind == .trigger && pair.old != nil && pair.new != nil
        && pair.changes.contains { change in
          ["type", "customEventFilter", "filter", "parameter"].contains {
            change.path == $0 || change.path.hasPrefix("\($0)[") || change.path.hasPrefix("\($0).")
          }
        }
    }
    guard !changed.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for tag in containers.pairs.compactMap(\.new) where tag.kind == .tag {
      for trigger in tag["firingTriggerId"]?.elements ?? [] {
        counts[trigger.text ?? "", default: 0] += 1
      }
    }
    return changed.compactMap { pair in
      guard let old = pair.old, let new = pair.new, let count = counts[new.name] else {
        return nil
      }
      let before = containers.events(ofTrigger: old.name, isNew: false)
      let after = containers.events(ofTrigger: new.name, isNew: true)
      let tags = EntityKind.tag.count(count)
      let what =
        before != after && !before.isEmpty && !after.isEmpty
        ? "on '\(after.joined(separator: "', '"))' instead of '\(before.joined(separator: "', '"))'"
        : "under other conditions"
      return Sign(
        .warning, new,
        "trigger '\(new.name)' would fire \(what): \(tags) \(count == 1 ? "depends" : "depend") on it"
      )
    }
  }
}
