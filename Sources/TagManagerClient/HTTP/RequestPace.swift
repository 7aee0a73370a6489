/// Keeps requests within the quota of the Tag Manager API, whatever else a project's own settings allow:
/// 0.25 requests a second, counted over 100 seconds ("Limits and Quotas on API Requests"). So 25 may go
/// out at once. A project for which Google has raised the quota may have another limit.
///
/// Sessions that share a pace share the quota.
package final class RequestPace {
  /// As many requests go out in any ``window`` where nothing else is said.
  package static let standardLimit = 25
  /// The time over which requests are counted.
  package static let window = Duration.seconds(100)

  /// As many requests go out in any ``window``.
  package let limit: Int
  /// The number of requests that have gone out.
  package private(set) var count = 0
  /// The times at which the latest requests went out, at most ``limit``, the oldest first.
  private var sent: [Duration] = []

  package init(limit: Int = RequestPace.standardLimit) { self.limit = max(limit, 1) }

  /// The pace that the environment asks for: `TAGWRIGHT_API_QUOTA` is what the project may send in 100 s.
  package convenience init(
    _ environment: (String) -> String?
  ) throws(FetchFailure) {
    let text = environment("TAGWRIGHT_API_QUOTA") ?? ""
    guard let limit = text.isEmpty ? Self.standardLimit : Int(text), limit > 0 else {
      throw FetchFailure(
        .usage, "TAGWRIGHT_API_QUOTA is not a number of requests: '\(ServerText.shown(text))'",
        notes: [
          "it says how many requests Google lets your project send in 100 s; "
            + "\(Self.standardLimit) where it is not set"
        ])
    }
    self.init(limit: limit)
  }

  /// The reason a request waits.
  package var words: String {
    "the Tag Manager API takes \(limit) requests in \(Self.window.wholeSeconds) s"
  }

  /// Returns the minimum time that more requests take when all are sent as fast as the quota
  /// allows.
  package func time(for more: Int) -> Duration {
    Self.window * (max(count + more - 1, 0) / limit - max(count - 1, 0) / limit)
  }

  /// Returns the time that the next request has to wait; zero where it may go out at once.
  ///
  /// - Parameter now: the time since some fixed moment.
  package func wait(at now: Duration) -> Duration {
    guard sent.count == limit, let oldest = sent.first else { return .zero }
    return max(.zero, oldest + Self.window - now)
  }

  /// Counts a request that goes out now.
  package func record(at now: Duration) {
    if sent.count == limit { sent.removeFirst() }
    sent.append(now)
    count += 1
  }
}
