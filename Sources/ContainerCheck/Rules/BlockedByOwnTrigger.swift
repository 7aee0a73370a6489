import Diagnostics
import TagManager

extension ContainerRule {
  /// An exception is another trigger than the one that fires the tag.
  static let blockedByOwnTrigger = ContainerRule(
    "blocked-by-own-trigger", .warning, "a trigger fires a tag and keeps it from firing",
    documentation: """
      A tag fires on its triggers unless one of its exceptions, 'blockingTriggerId', fits the same event. A trigger that is
      both never lets the tag fire. Take it out of one of the two lists.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "firingTriggerId": ["7"], "blockingTriggerId": ["7"]}],
        "trigger": [{"triggerId": "7", "name": "By GA4", "type": "ALWAYS"}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "firingTriggerId": ["7"]}],
        "trigger": [{"triggerId": "7", "name": "By GA4", "type": "ALWAYS"}]}
      """
  ) { container in
    container.tags.flatMap { tag, entity in
      tag.firingTriggerIDs.filter(tag.blockingTriggerIDs.contains).map { id in
        let trigger = container.triggers.first { $0.trigger.id == id }.map {
          "'\($0.trigger.name)'"
        }
        return Breach(
          entity,
          "fires on \(trigger ?? "the trigger \(id)") and is kept from firing by it, so that it never fires on it",
          mend: "take the trigger out of 'firingTriggerId' or 'blockingTriggerId'")
      }
    }
  }
}
