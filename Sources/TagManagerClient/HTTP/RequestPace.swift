/// Keeps requests within the quota of the Tag Manager API, whatever else a project's own settings allow:
/// 0.25 requests a second, counted over 100 seconds ("Limits and Quotas on API Requests"). So 25 may go
/// out at once.
package struct RequestPace: Sendable {
  /// As many requests go out in any ``window``.
  package static let limit = 25
  /// The time over which requests are counted.
  package static let window = Duration.seconds(100)
  /// Why a request waits.
  package static let words =
    "the Tag Manager API takes \(limit) requests in \(window.wholeSeconds) s"

  /// When the latest requests went out, at most ``limit``, the oldest first.
  private var sent: [Duration] = []

  package init() {}

  /// How long the next request has to wait; zero where it may go out at once.
  ///
  /// - Parameter now: the time since some fixed moment.
  package func wait(at now: Duration) -> Duration {
    guard sent.count == Self.limit, let oldest = sent.first else { return .zero }
    return max(.zero, oldest + Self.window - now)
  }

  /// Counts a request that goes out now.
  package mutating func record(at now: Duration) {
    if sent.count == Self.limit { sent.removeFirst() }
    sent.append(now)
  }
}
