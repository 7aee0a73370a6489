import Diagnostics
import TagManager

extension Meaning {
  /// The container that runs has tags for a destination that the plan does not know.
  static let unknownTags = Meaning(
    "unknown-tags", "the live container has a destination's tags that the plan does not know",
    because: """
      They go on sending beside the plan's own, and the destination counts events twice. Pause or delete them once the plan's
      tags are live, or declare them in the plan.
      """,
    example:
      "the live container has 3 Ads tags that the plan does not know: events may be sent twice"
  ) { containers in
    guard containers.newIsPlan else { return [] }
    var counts: [String: Int] = [:]
    for pair in containers.differences where pair.kind == .tag && pair.new == nil {
      guard let tag = pair.old, let name = containers.destination(of: tag, isNew: false) else {
        continue
      }
      counts[name, default: 0] += 1
    }
    return counts.keys.sorted { $0.isBefore($1) }.map { name in
      let count = counts[name] ?? 0
      let tags = count.counted("\(name) tag")
      return Sign(
        .warning, .tag, "",
        "\(containers.old.label) has \(tags) that the plan does not know: events may be sent twice")
    }
  }
}
