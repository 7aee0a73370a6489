/// The formats in which the result of `simulate` can be printed.
enum SimulationFormat: String, CaseIterable, Sendable {
  case text, json, html
  /// Only what came of all hits together.
  case summary
}
