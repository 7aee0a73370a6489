import Adoption
import Compiler
import TagwrightPlan

/// A plan to start from: the site's events, and whom they are for.
struct StartingPlan {
  let names: PackageNames
  /// Whom events are for, each with its event map.
  let destinations: [(destination: StartingDestination, events: EventMapText)]

  /// Path and content, in the order in which they are written.
  var files: [(path: String, text: String)] {
    [("Plan.swift", plan), ("Values.swift", values)]
  }

  /// The first's secret.
  var secret: String { destinations.first?.destination.secret ?? "" }

  private var plan: String {
    """
    import Tagwright

    /// What happens on the site, where each value comes from, and who gets it.
    @main
    struct \(names.type): TrackingPlan {
      var plan: Plan {
        // The container's id, as Tag Manager shows it.
        ServerContainer("\(names.type)", publicID: "GTM-ABC1234") {
          GA4Client()
    \(destinations.map { "      \($0.destination.property)" }.joined(separator: "\n"))
        }
      }
    \(visitor)\(destinations.map(text).joined())}

    """
  }

  /// The match keys that several destinations share: each brings them to its own form.
  private var sharedKeys: Set<MatchKey.Kind> {
    destinations.dropFirst().reduce(destinations.first?.destination.matchKeys ?? []) {
      $0.intersection($1.destination.matchKeys)
    }
  }

  /// The lines of match keys.
  private func matchKeys(_ kinds: Set<MatchKey.Kind>) -> String {
    let takesDigests = destinations.allSatisfy {
      $0.destination.takesPhoneDigests || !$0.destination.matchKeys.contains(.phone)
    }
    let digest = takesDigests ? "\n    sha256: .eventData(\"user_data.sha256_phone_number\")," : ""
    let keys: [(MatchKey.Kind, String)] = [
      (
        .email,
        """
        Email(
          .eventData("user_data.email_address"),
          sha256: .eventData("user_data.sha256_email_address"))
        """
      ),
      (
        .phone,
        """
        // Numbers without a country code are left out; '"49"' would complete them as German ones.
        Phone(
          .eventData("user_data.phone_number"),\(digest) defaultCountryCode: nil)
        """
      ), (.externalID, "ExternalID(.eventData(\"user_id\"))"),
      (
        .clickID,
        """
        // Without sources: from where each destination puts them, the page's address, its cookies, the event data.
        ClickID()
        """
      ), (.browserID, "BrowserID()"), (.ipAddress, "IPAddress()"), (.userAgent, "UserAgent()"),
    ]
    return keys.filter { kinds.contains($0.0) }.map(\.1).joined(separator: "\n")
  }

  private var visitor: String {
    guard destinations.count > 1 else { return "" }
    return """

        /// Who the visitor is, for every destination.
        @MatchKeyBuilder var visitor: [MatchKey] {
      \(Self.indented(matchKeys(sharedKeys), by: 4))
        }

      """
  }

  /// A destination of the plan.
  private func text(
    _ destination: StartingDestination, _ events: EventMapText
  ) -> String {
    let blocks = blocks(of: events, for: destination)
    let account = destination.account.map {
      "// \($0.place)\n\($0.label): \(SwiftText.literal($0.example)),"
    }.joined(separator: "\n")
    let own = matchKeys(destination.matchKeys.subtracting(destinations.count > 1 ? sharedKeys : []))
    let keys = destinations.count > 1 ? "visitor" + (own.isEmpty ? "" : "\n\(own)") : own
    return """

        var \(destination.property): \(destination.type) {
          \(destination.type)(
      \(Self.indented(account, by: 6))
            // The name of an environment variable; the token itself stands nowhere in this package.
            accessToken: .secret("\(destination.secret)"),
            consent: .required(.adStorage),
            deduplication: .sharedEventID(.eventData("event_id"))
          ) {
      \(Self.indented(keys, by: 6))
          } events: {
      \(blocks.calls)
          }
        }
      \(blocks.functions)
      """
  }

  private static func indented(_ text: String, by count: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
  }

  /// A second file also keeps a plan without `@main` from passing for a script that does nothing.
  private var values: String {
    """
    import Tagwright

    // Sources that several events share.

    extension \(names.type) {
      var value: Source { .eventData("value") }
      var currency: Source { .eventData("currency") }
    }

    """
  }

  /// The event map: one block, or properties of twenty lines each.
  private func blocks(
    of events: EventMapText, for destination: StartingDestination
  ) -> (calls: String, functions: String) {
    func lines(_ group: [String], indented indent: Int) -> String {
      group.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
    }
    guard events.groups.count > 1 else {
      return (lines(events.groups.first ?? [], indented: 6), "")
    }
    let prefix = destinations.count > 1 ? "\(destination.property)Events" : "events"
    let names = events.groups.indices.map { "\(prefix)\($0 + 1)" }
    let properties = zip(names, events.groups).map { name, group in
      """

        @EventMapBuilder<\(destination.type).Event> var \(name): [On<\(destination.type).Event>] {
      \(lines(group, indented: 4))
        }

      """
    }
    return (lines(names, indented: 6), properties.joined())
  }
}
