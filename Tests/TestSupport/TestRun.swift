import Foundation

/// The settings of a run of the tests, from its environment.
package enum TestRun {
  /// Whether the tests take as many generated cases as they can: `TAGWRIGHT_THOROUGH` is set.
  package static let isThorough = ProcessInfo.processInfo.environment["TAGWRIGHT_THOROUGH"] != nil
  /// The folder of real exports and API answers, which are not part of the project: `TAGWRIGHT_CORPUS`.
  package static let corpus = ProcessInfo.processInfo.environment["TAGWRIGHT_CORPUS"]
}
