import SandboxedJS

/// A visit that tries out a pair of containers: what is pushed, and what each push is meant to show.
package struct TrialVisit: Sendable {
  /// Something that happens in it.
  package struct Act: Hashable, Sendable {
    /// The purposes of an act.
    package enum Kind: Hashable, Sendable {
      /// Everything that the containers read has a value, another one than in any other act.
      case usual
      /// The event's name alone is pushed, after a push with everything.
      case bare
      /// One thing that a condition looks at has another value.
      case varied
    }

    /// The event's name on the page; `nil` for the page's own loading.
    package let event: String?
    package let kind: Kind
    /// The special feature of the act, such as `where 'value' is '0'`; empty for a usual one.
    package let words: String
    /// The number of the order that it pushes.
    package let order: String
  }

  package let visit: BrowserVisit
  /// The visitor's choice, such as `without consent to 'ad_storage'`; `nil` for consent to
  /// everything.
  package let consent: String?
  /// Whether the page says anything of consent.
  package let hasConsentMode: Bool
  /// The loading of the page.
  package let load: Act
  /// The acts of pushes, by their numbers.
  package let acts: [Int: Act]
}
