/// The progress of a replay, for whoever watches: hits, their rate, and the time that is left where
/// that can be told.
struct ReplayProgress {
  private let console: Console
  private let size: Int?
  private let start = Process.currentMilliseconds
  private var last = Process.currentMilliseconds
  private var hits = 0
  private var bytes = 0

  /// Between two lines, in milliseconds.
  private static let interval = 2_000.0

  /// - Parameter size: the bytes that there are in all; `nil` where nobody knows.
  init(_ console: Console, size: Int?) {
    self.console = console
    self.size = size
  }

  /// Notes hits that were played.
  mutating func add(_ played: [NumberedHit]) {
    guard console.isWatched else { return }
    hits += played.count
    for case .line(let line, _, _) in played.lazy.map(\.content) { bytes += line.count + 1 }
    let now = Process.currentMilliseconds
    guard now - last >= Self.interval else { return }
    last = now
    let seconds = (now - start) / 1_000
    var text = "\(hits) hits, \(Int(Double(hits) / seconds)) a second"
    if let size, bytes > 0, size > bytes {
      text += ", \(Int(seconds * Double(size - bytes) / Double(bytes)) + 1) s left"
    }
    console.report(text)
  }
}
