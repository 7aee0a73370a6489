/// The reason a request has to be sent once more.
package enum Trouble: Hashable, Sendable {
  /// The quota is used up: 429, or 403 with a quota reason.
  case quota
  /// The server or the network failed in a way that may pass, in words: `answered 503`.
  case passing(String)
}

/// The rules for how long to wait before a request is sent again, and for when to stop.
///
/// The quota of the Tag Manager API is 0.25 requests a second, counted over 100 seconds: once it is
/// used up, short waits only use up attempts. Failures that pass by themselves are tried soon, few times.
package struct RetryPolicy: Sendable {
  /// The longest time that all requests and waits together may take.
  package let timeLimit: Duration
  /// The longest time that one request may take.
  package let requestLimit: Duration
  /// The number of times a request is sent when failures pass by themselves; quota waits do not
  /// count.
  package let attempts: Int
  private var generator: SplitMix64

  package init(
    timeLimit: Duration = .seconds(300), requestLimit: Duration = .seconds(60), attempts: Int = 5,
    seed: UInt64
  ) {
    self.timeLimit = timeLimit
    self.requestLimit = requestLimit
    self.attempts = attempts
    generator = SplitMix64(state: seed)
  }

  /// The wait before the next attempt; `nil` once trying again is pointless.
  ///
  /// Half of the wait is fixed, half is random, so that parallel jobs do not come back together.
  /// What the server asks for (`Retry-After`) is never undercut.
  ///
  /// - Parameters:
  ///   - failures: how often this trouble has met this request, counted from 1.
  ///   - asked: the wait that the server asked for.
  package mutating func wait(
    after trouble: Trouble, failures: Int, asked: Duration? = nil
  ) -> Duration? {
    let longest: Int
    switch trouble {
    case .quota:
      longest = min(10 << min(max(failures, 1) - 1, 3), 60)
    case .passing:
      guard failures < attempts else { return nil }
      longest = min(1 << min(max(failures, 1) - 1, 5), 30)
    }
    let part = Int(generator.next() % 500) + 1
    if let asked { return asked + .milliseconds(part) }
    return .milliseconds(longest * (500 + part))
  }
}

/// A small generator whose numbers follow from its seed (Steele, Lea, Flood: SplitMix64).
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
