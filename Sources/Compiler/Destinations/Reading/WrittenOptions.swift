package import TagwrightPlan

/// The options that only one destination has, as a plan writes them: arguments with their labels.
package struct WrittenOptions: Sendable {
  /// The value behind a label.
  package enum Value: Sendable {
    case source(Source)
    case secret(Secret)
    /// Swift, such as `.phoneCall`.
    case code(String)
  }

  /// Between the secrets and the consent.
  package var beforeConsent: [(label: String, value: Value)] = []
  /// Behind the deduplication.
  package var last: [(label: String, value: Value)] = []
}
