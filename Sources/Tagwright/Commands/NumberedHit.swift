import Simulator

/// A hit that nobody has looked at yet.
struct NumberedHit: Sendable {
  enum Content: Sendable {
    case hit(Result<Simulator.Hit, HitError>)
    /// A line of a log.
    case line([UInt8])
  }

  /// From 1: that of the line in a log.
  let number: Int
  let content: Content

  /// The hit; `nil` for a line that holds none.
  func read() throws(HitError) -> Simulator.Hit? {
    switch content {
    case .hit(let hit): try hit.get()
    case .line(let bytes): try HitLine.hit(bytes)
    }
  }
}
