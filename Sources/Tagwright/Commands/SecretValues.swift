import Diagnostics

/// The values of a plan's secrets, which no output and no error ever shows.
struct SecretValues {
  /// By name.
  let values: [String: String]

  /// Reads every secret from the environment variable of its name.
  ///
  /// - Throws: one error that names all variables without a usable value.
  init(_ names: [String], environment: (String) -> String?) throws(CommandError) {
    var values: [String: String] = [:]
    var missing: [String] = []
    var problems: [String] = []
    for name in names {
      guard let value = environment(name), !value.isEmpty else {
        missing.append(name)
        continue
      }
      values[name] = value
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
        notes: problems.dropFirst() + ["'--with-secrets' takes each secret from the environment"])
    }
    self.values = values
  }

  /// What a value that was copied with its surroundings looks like.
  private static func problem(of value: String) -> String? {
    if value.contains(where: \.isNewline) { return "holds a line break" }
    if value.first?.isWhitespace == true { return "begins with a space" }
    if value.last?.isWhitespace == true { return "ends with a space" }
    if value.hasControls { return "holds a control character" }
    if value.unicodeScalars.contains("\u{FFFD}") { return "is no valid UTF-8" }
    return nil
  }
}
