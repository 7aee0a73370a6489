import Diagnostics
import TagManager

extension Meaning {
  /// A tag sends to Test Events, or no longer.
  static let testEventCode = Meaning(
    "test-event-code", "a tag sends test events, or no longer",
    because: """
      Events with a test event code are shown in the destination's test tool and are not counted like others. In production
      the code has to be gone.
      """,
    example: "a test event code would go live: purchase → Ads would send test events"
  ) { containers in
    containers.differences.filter { $0.kind == .tag && mayHaveCode($0) }.compactMap { pair in
      let before = pair.old.map(hasCode) ?? false
      let after = pair.new.map(hasCode) ?? false
      guard before != after else { return nil }
      if after, let new = pair.new {
        return Sign(
          .warning, new,
          "a test event code would go live: \(containers.subject(new, isNew: true)) would send test events"
        )
      }
      guard let old = pair.old else { return nil }
      return Sign(
        containers.newIsPlan ? .warning : .notice, pair.new ?? old,
        "a test event code is live in \(containers.old.label): \(containers.subject(old, isNew: false)) "
          + "sends test events")
    }
  }

  /// Whether a setting of this kind is among what differs.
  private static func mayHaveCode(_ pair: EntityPair) -> Bool {
    pair.old == nil || pair.new == nil
      || pair.changes.contains { $0.path.hasPrefix("parameter") && isCode($0.path) }
  }

  private static func isCode(_ name: String) -> Bool {
    let name = name.lowercased().filter { $0 != "_" }
    return name.contains("test") && ["code", "event", "id"].contains { name.contains($0) }
  }

  private static func hasCode(_ tag: NormalEntity) -> Bool {
    tag.parameters.contains { parameter in
      isCode(parameter.key) && !parameter.value.isDefault && parameter.value.text != nil
    }
  }
}
