/// A limit on how often a tag fires.
package struct TagFiringOption: Word {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Every time.
  package static let unlimited = Self(rawValue: "UNLIMITED")
  /// At most once for each event.
  package static let oncePerEvent = Self(rawValue: "ONCE_PER_EVENT")
  /// At most once for each page load.
  package static let oncePerLoad = Self(rawValue: "ONCE_PER_LOAD")

  /// Every one of the API (discovery document of 2026-08-26).
  package static let all: [TagFiringOption] = [
    .unlimited, .oncePerEvent, .oncePerLoad,
  ]
}
