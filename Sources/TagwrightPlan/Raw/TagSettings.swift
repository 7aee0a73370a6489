/// The settings that every tag has beside its parameters.
package struct TagSettings: Sendable {
  package let triggers: [TriggerReference]
  package let blockingTriggers: [TriggerReference]
  package let priority: Int?
  package let isPaused: Bool
  package let notes: String?
  package var limit = FiringLimit.oncePerEvent
  package var consent = TagConsent.notSet
  package var setUp: [NeighbourTag] = []
  package var tearDown: [NeighbourTag] = []
  /// From when on it fires, in milliseconds since 1970.
  package var start: Int?
  /// Until when it fires, in milliseconds since 1970.
  package var end: Int?
  package var isLiveOnly = false
  package var others: [RawParameter] = []
  package var monitoringNameKey: String?

  package init(
    triggers: [TriggerReference], blockingTriggers: [TriggerReference], priority: Int?,
    isPaused: Bool, notes: String?
  ) {
    self.triggers = triggers
    self.blockingTriggers = blockingTriggers
    self.priority = priority
    self.isPaused = isPaused
    self.notes = notes
  }
}

/// A tag that fires before or after another.
package struct NeighbourTag: Sendable {
  package let name: String
  package let stopsOnFailure: Bool?

  package init(name: String, stopsOnFailure: Bool?) {
    self.name = name
    self.stopsOnFailure = stopsOnFailure
  }
}

/// The number of times that a tag may fire.
public struct FiringLimit: Hashable, Sendable {
  /// The word of container exports, such as `ONCE_PER_LOAD`.
  package let word: String

  /// Every time one of its triggers does.
  public static let unlimited = FiringLimit(word: "UNLIMITED")
  /// At most once for each event.
  public static let oncePerEvent = FiringLimit(word: "ONCE_PER_EVENT")
  /// At most once for each page.
  public static let oncePerPage = FiringLimit(word: "ONCE_PER_LOAD")
  /// A word of container exports.
  public static func other(_ word: String) -> FiringLimit { FiringLimit(word: word) }
}

/// The consent that Tag Manager itself holds a tag back for; only web containers ask for it.
public struct TagConsent: Hashable, Sendable {
  /// The word of container exports, such as `NEEDED`.
  package let word: String
  /// Types such as `ad_storage`.
  package let types: [String]

  /// Nothing was decided.
  public static let notSet = TagConsent(word: "NOT_SET", types: [])
  /// The tag needs no consent beyond what it asks for itself.
  public static let notNeeded = TagConsent(word: "NOT_NEEDED", types: [])
  /// The tag waits for these types, such as `ad_storage`.
  public static func needed(_ types: String...) -> TagConsent {
    TagConsent(word: "NEEDED", types: types)
  }
  /// A word of container exports, and the types that stand beside it.
  public static func other(_ word: String, _ types: String...) -> TagConsent {
    TagConsent(word: word, types: types)
  }

  package init(word: String, types: [String]) {
    self.word = word
    self.types = types
  }
}
