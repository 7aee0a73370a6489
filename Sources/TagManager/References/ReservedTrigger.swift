/// A trigger that every container has without listing it: tags refer to it by a fixed id.
package struct ReservedTrigger: Hashable, Sendable {
  /// The id that tags name.
  package let id: String
  /// The name that Tag Manager shows.
  package let name: String
  /// The kind of container that has it.
  package let context: UsageContext

  /// Fires on every event; server only.
  package static let allEvents = ReservedTrigger(
    id: "2147479574", name: "All Events", context: .server)
  /// Fires on every page view; web only.
  package static let allPages = ReservedTrigger(
    id: "2147479553", name: "All Pages", context: .web)
  /// Fires on every page before all but consent tags; web only.
  package static let initialization = ReservedTrigger(
    id: "2147479573", name: "Initialization - All Pages", context: .web)
  /// Fires on every page before any other; web only.
  package static let consentInitialization = ReservedTrigger(
    id: "2147479572", name: "Consent Initialization - All Pages", context: .web)

  /// Every one that is known.
  package static let all = [allEvents, allPages, initialization, consentInitialization]

  /// The one with this id; `nil` where the id is that of a listed trigger.
  package static func withID(_ id: String) -> ReservedTrigger? {
    all.first { $0.id == id }
  }
}
