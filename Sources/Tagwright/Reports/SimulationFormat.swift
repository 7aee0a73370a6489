/// How the result of `simulate` is printed.
enum SimulationFormat: String, CaseIterable, Sendable {
  case text, json, html
  /// Only what came of all hits together.
  case summary
}
