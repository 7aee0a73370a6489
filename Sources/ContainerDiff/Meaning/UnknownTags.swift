import TagManager

extension Meaning {
  /// The container that runs has tags for a destination that the plan does not know.
  static let unknownTags = Meaning(id: "unknown-tags") { containers in
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
      let tags = "\(count) \(name) tag\(count == 1 ? "" : "s")"
      return Sign(
        .warning, .tag, "",
        "\(containers.old.label) has \(tags) that the plan does not know: events may be sent twice")
    }
  }
}
