/// A parameter of a hit of Google Analytics 4, and the event data that it becomes.
///
/// Google's client is closed: each rule was inferred by laying hits beside event data, and says how well it is known.
package struct GA4Parameter: Hashable, Sendable {
  /// The places to which a parameter's value can go.
  package enum Target: Hashable, Sendable {
    /// A key of the event data.
    case key(String)
    /// A member of `client_hints`.
    case hint(String)
    /// A member of `x-ga-system_properties`.
    case system(String)
  }

  /// The conversions of the text on the wire.
  package enum Form: Hashable, Sendable {
    case text
    /// A number; anything else on the wire is wrong.
    case number
    /// `1` is true, everything else false.
    case truth
    /// `Brand;version|Brand;version`, each part encoded once more.
    case brands
    /// A country, or a country and a region with a hyphen between.
    case location
  }

  /// The kinds of evidence for a rule.
  package enum Evidence: String, Hashable, Sendable {
    /// Hits and the event data that came of them were both seen.
    case pair
    /// Google's page about the parameters that no transformation changes.
    case immutable
    /// One side was seen and the other follows.
    case inferred
  }

  /// The name on the wire.
  package let name: String
  package let target: Target
  package let form: Form
  package let evidence: Evidence
  /// The evidence that was seen, and its place.
  package let source: String

  init(
    _ name: String, _ target: Target, _ form: Form = .text, _ evidence: Evidence,
    _ source: String
  ) {
    self.name = name
    self.target = target
    self.form = form
    self.evidence = evidence
    self.source = source
  }
}
