import Simulator

/// A hit that nobody has looked at yet.
struct NumberedHit: Sendable {
  enum Content: Sendable {
    case entry(Result<LogEntry, HitError>)
    /// A line of a log.
    case line([UInt8], LogColumns, wantedHost: String?)
  }

  /// From 1: that of the line in a log.
  let number: Int
  /// The file, where there are several.
  let file: String?
  let content: Content

  /// Its place, such as `hit 7`.
  var origin: String { file.map { "\($0), hit \(number)" } ?? "hit \(number)" }

  /// Its content; `nil` for a line that holds nothing.
  func read() throws(HitError) -> LogEntry? {
    switch content {
    case .entry(let entry): try entry.get()
    case .line(let bytes, let columns, let wantedHost):
      try HitLine.entry(bytes, columns: columns, wantedHost: wantedHost)
    }
  }
}
