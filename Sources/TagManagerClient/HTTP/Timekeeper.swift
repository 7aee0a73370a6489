#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The clocks that a fetch looks at, so that a test can bring its own.
package struct Timekeeper {
  /// Time since some fixed moment; never runs backwards.
  package let elapsed: () -> Duration
  /// Waits.
  package let wait: (Duration) -> Void
  /// Seconds since 1970-01-01 00:00:00 UTC.
  package let unixSeconds: () -> Int

  package init(
    elapsed: @escaping () -> Duration,
    wait: @escaping (Duration) -> Void,
    unixSeconds: @escaping () -> Int
  ) {
    self.elapsed = elapsed
    self.wait = wait
    self.unixSeconds = unixSeconds
  }

  /// The machine's own clocks.
  package static var real: Timekeeper {
    let clock = ContinuousClock()
    let start = clock.now
    return Timekeeper(
      elapsed: { start.duration(to: clock.now) },
      wait: { time in
        let end = clock.now + time
        // A signal cuts a sleep short.
        while clock.now < end {
          let milliseconds = max(clock.now.duration(to: end).wholeMilliseconds, 1)
          var rest = timespec()
          rest.tv_sec = milliseconds / 1000
          rest.tv_nsec = milliseconds % 1000 * 1_000_000
          nanosleep(&rest, nil)
        }
      },
      unixSeconds: { Int(time(nil)) })
  }
}
