import Diagnostics

extension Meaning {
  /// A tag fires on other triggers.
  static let firingTriggers = Meaning(
    "firing-triggers", "a tag fires on other triggers",
    because: """
      A trigger less and events are lost, a trigger more and others are sent. A tag without a trigger never fires.
      """,
    example: "'Ads Purchase' would no longer fire on 'order'"
  ) { containers in
    containers.changedTags.flatMap { old, new, pair -> [Sign] in
      let changes = pair.changes.filter { $0.path == "firingTriggerId" }
      guard !changes.isEmpty else { return [] }
      if new["firingTriggerId"] == nil {
        return [
          Sign(
            .warning, new,
            "\(containers.subject(old, isNew: false)) would never fire: the tag has no trigger left"
          )
        ]
      }
      let subject = "'\(new.name)'"
      return changes.map { change in
        if let trigger = change.old {
          return Sign(
            .warning, new, "\(subject) would no longer fire on \(triggerText(trigger))")
        }
        return Sign(
          .notice, new,
          "\(subject) would also fire on \(change.new.map(triggerText) ?? "another trigger")")
      }
    }
  }

  /// The meaning of a difference in what keeps a tag from firing.
  static let blockingTriggers = Meaning(
    "blocking-triggers", "a tag is blocked by other triggers",
    because: """
      A blocking trigger, called an exception in Tag Manager, keeps a tag from firing although another trigger would fire it.
      """,
    example: "'Ads Purchase' would be blocked on 'order'"
  ) { containers in
    containers.changedTags.flatMap { _, new, pair -> [Sign] in
      pair.changes.filter { $0.path == "blockingTriggerId" }.map { change in
        if let trigger = change.old {
          return Sign(
            .warning, new, "'\(new.name)' would no longer be blocked on \(triggerText(trigger))")
        }
        return Sign(
          .warning, new,
          "'\(new.name)' would be blocked on \(change.new.map(triggerText) ?? "a trigger")")
      }
    }
  }
}

private func triggerText(_ trigger: NormalValue) -> String {
  trigger.text.map { "'\($0)'" } ?? ValueText(trigger).shortened
}
