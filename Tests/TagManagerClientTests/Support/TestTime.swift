import TagManagerClient
import TagManagerStandIn

/// A clock that only waits move: a test with minutes of waiting takes none.
struct TestTime: Sendable {
  private let passed = Locked(Duration.zero)
  let waits = Locked<[Duration]>([])

  var timekeeper: Timekeeper {
    let (passed, waits) = (passed, waits)
    return Timekeeper(
      elapsed: { passed.value },
      wait: { time in
        passed.change { $0 += time }
        waits.change { $0.append(time) }
      },
      unixSeconds: { 1_790_000_000 + Int(passed.value.components.seconds) })
  }
}
