#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

private let systemRead = read

/// A pipe whose ends are closed when it goes away, and reach no other program by accident.
final class PipeEnds {
  private(set) var reading: Int32
  private(set) var writing: Int32

  /// Opens a pipe; `nil` where there are too many open files.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    // Away from the numbers of the streams, and closed in every child.
    reading = fcntl(ends[0], F_DUPFD_CLOEXEC, 10)
    writing = fcntl(ends[1], F_DUPFD_CLOEXEC, 10)
    close(ends[0])
    close(ends[1])
    if reading < 0 || writing < 0 { return nil }
  }

  deinit {
    closeReading()
    closeWriting()
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Everything up to the end.
  func drain() -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = systemRead(reading, &buffer, buffer.count)
      if count == -1, errno == EINTR { continue }
      guard count > 0 else { return result }
      result += buffer[..<count]
    }
  }
}
