import Diagnostics

/// The values of a plan's secrets, which no output and no error ever shows.
struct SecretValues {
  /// By name.
  let values: [String: String]

  /// Reads every secret of these names.
  ///
  /// - Throws: one error that names all secrets without a usable value.
  init(_ names: [String], from source: SecretSource) throws(CommandError) {
    let values = try source.values(of: names)
    let missing = names.filter { values[$0] == nil }
    var problems: [String] = []
    for name in names {
      guard let value = values[name] else { continue }
      if let problem = Self.problem(of: value) {
        problems.append("the value of '\(name)' \(problem)")
      }
    }
    if !missing.isEmpty {
      let list = missing.map { "'\($0)'" }.joined(separator: ", ")
      problems.insert(
        missing.count == 1
          ? "the environment variable \(list) is not set, or empty"
          : "the environment variables \(list) are not set, or empty", at: 0)
    }
    guard problems.isEmpty else {
      throw CommandError(
        problems[0],
        notes: problems.dropFirst() + [
          "secrets come from the environment, or from a file '.env'"
        ])
    }
    self.values = values
  }

  /// Describes a sign that a value was copied with its surroundings.
  private static func problem(of value: String) -> String? {
    if value.contains(where: \.isNewline) { return "holds a line break" }
    if value.first?.isWhitespace == true { return "begins with a space" }
    if value.last?.isWhitespace == true { return "ends with a space" }
    if value.hasControls { return "holds a control character" }
    if value.unicodeScalars.contains("\u{FFFD}") { return "is not valid UTF-8" }
    return nil
  }
}
