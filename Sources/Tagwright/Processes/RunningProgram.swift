#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Pipes

/// A program that was started and has not been waited for.
final class RunningProgram {
  /// The pipe that it reads from.
  let input: PipeEnds
  /// The pipe that it writes its result to.
  let output: PipeEnds
  private let id: pid_t
  private var ending: Int32?

  init(id: pid_t, input: PipeEnds, output: PipeEnds) {
    self.id = id
    self.input = input
    self.output = output
  }

  deinit {
    // Who has nobody to write to ends.
    input.closeWriting()
    output.closeReading()
    _ = status()
  }

  /// Waits for its end: the exit status, or 128 and the number of the signal that ended it.
  func status() -> Int32 {
    if let ending { return ending }
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    let result = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    ending = result
    return result
  }
}
