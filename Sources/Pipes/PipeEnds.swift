#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

private let systemRead = read

/// A pipe between this process and a program that it starts. Its ends are closed when it goes away, and reach no
/// other program by accident.
package final class PipeEnds {
  package private(set) var reading: Int32
  package private(set) var writing: Int32

  /// Opens a pipe; `nil` where there are too many open files.
  package init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    // Away from the numbers that the program gets, and closed in every child.
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

  package func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  package func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Writes all of a text that fits into the pipe, and ends it.
  package func fill(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let written = write(writing, bytes, bytes.count)
    closeWriting()
    return written == bytes.count
  }

  /// Everything up to the end; `nil` where it has as many bytes as the limit, or nothing comes for so long.
  ///
  /// - Parameter milliseconds: the longest wait for the next bytes; without it there is none.
  package func drain(limit: Int = .max, milliseconds: Int32 = -1) -> [UInt8]? {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while result.count < limit {
      var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, milliseconds)
      if ready == -1, errno == EINTR { continue }
      guard ready == 1 else { return nil }
      let count = systemRead(reading, &buffer, buffer.count)
      if count == -1, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return result }
      result += buffer[..<count]
    }
    return nil
  }
}
