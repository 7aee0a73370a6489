package import TagwrightPlan

/// How a plan writes the options that only one destination has: arguments with their labels.
package struct WrittenOptions: Sendable {
  /// What stands behind a label.
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
