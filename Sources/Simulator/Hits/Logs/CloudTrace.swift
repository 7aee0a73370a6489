import JSONText

/// The trace of Google Cloud that an entry belongs to.
enum CloudTrace {
  /// Without the project that it is in: `projects/example/traces/0af7…` is `0af7…`.
  static func id(_ entry: JSONObject) -> String? {
    entry["trace"]?.string?.split(separator: "/").last.map(String.init)
  }
}
