/// The formats in which the result of `simulate` can be printed.
enum SimulationFormat: String, OutputFormat {
  case text, json, html
  /// Only what came of all hits together.
  case summary
}
