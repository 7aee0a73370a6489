/// A step of a fetch, as it happens. Holds nothing secret.
package enum FetchProgress: Hashable, Sendable {
  /// The credential's source and owner.
  case credential(String)
  /// A request goes out.
  case asking(purpose: String, address: String)
  /// An answer came.
  case answered(status: Int, bytes: Int)
  /// Nothing happens until the time is over.
  case waiting(Duration, reason: String)
  /// The token is replaced by a fresh one.
  case refreshing

  /// Whether it is only of interest to somebody who asked for details.
  package var isDetail: Bool {
    if case .waiting = self { false } else { true }
  }

  /// The step in words.
  package var text: String {
    switch self {
    case .credential(let words): "credential: \(words)"
    case .asking(let purpose, let address): "asking for \(purpose): \(address)"
    case .answered(let status, let bytes): "answer \(status), \(bytes) bytes"
    case .waiting(let time, let reason): "waiting \(time.wholeSeconds) s: \(reason)"
    case .refreshing: "the token was refused, asking for a fresh one"
    }
  }
}

extension Duration {
  /// The time in seconds, rounded up.
  package var wholeSeconds: Int64 {
    components.attoseconds > 0 ? components.seconds + 1 : components.seconds
  }

  /// The time in milliseconds, rounded down; at most a day.
  package var wholeMilliseconds: Int {
    let (seconds, attoseconds) = min(self, .seconds(86_400)).components
    return Int(seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }
}
