import Foundation
import Synchronization

/// Ends the process where an input crashes it, or takes too long or too much memory, and says which one.
enum FuzzWatch {
  /// Seconds of the processors that an input may take.
  static let greatestSeconds = 2.0
  /// Bytes that an input may add to the process.
  static let greatestMemory = 256 << 20

  /// The processors' nanoseconds at the start of the input, 0 between inputs.
  private static let start = Atomic<UInt64>(0)
  /// The process's bytes at the start of the input.
  private static let memory = Atomic<Int>(0)
  /// A signal's handler can be told nothing, and may not allocate; written by the main thread alone.
  nonisolated(unsafe) private static var name = UnsafeMutableBufferPointer<UInt8>.allocate(
    capacity: 512)
  nonisolated(unsafe) private static var nameLength = 0

  /// The clock, in seconds.
  static var time: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

  /// Begins to watch.
  static func begin() {
    takeSignals()
    Thread.detachNewThread {
      while true {
        usleep(5_000)
        let start = start.load(ordering: .sequentiallyConsistent)
        guard start > 0 else { continue }
        let seconds = Double(processorTime &- start) / 1e9
        let bytes = residentBytes - memory.load(ordering: .sequentiallyConsistent)
        // Another input may have begun in the meantime.
        guard start == self.start.load(ordering: .sequentiallyConsistent) else { continue }
        if seconds > greatestSeconds { fail("took more than \(greatestSeconds) s") }
        if bytes > greatestMemory { fail("took more than \(greatestMemory >> 20) MiB") }
      }
    }
  }

  /// Ends watching.
  static func end() { start.store(0, ordering: .sequentiallyConsistent) }

  /// Tries an input, and returns the seconds that it took.
  @discardableResult
  static func watch(_ input: String, _ body: () -> Void) -> Double {
    nameLength = 0
    for byte in input.utf8.prefix(name.count) {
      name[nameLength] = byte
      nameLength += 1
    }
    let begin = time
    memory.store(residentBytes, ordering: .sequentiallyConsistent)
    start.store(processorTime, ordering: .sequentiallyConsistent)
    body()
    start.store(0, ordering: .sequentiallyConsistent)
    return time - begin
  }

  /// Ends the process, since the input did what none may.
  static func fail(_ what: String) -> Never {
    let input = String(decoding: name.prefix(nameLength), as: UTF8.self)
    FileHandle.standardError.write(Data("error: \(input): \(what)\n".utf8))
    _exit(1)
  }

  private static var processorTime: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// The number of bytes of the process in memory; 0 where the system does not report it as Linux
  /// does.
  private static var residentBytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// A stack of its own lets the handler speak when the other one is full.
  private static func takeSignals() {
    var alternative = stack_t()
    alternative.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16)
    alternative.ss_size = 1 << 16
    sigaltstack(&alternative, nil)
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] {
      var action = sigaction()
      #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = { _ in FuzzWatch.sayCrash() }
      #else
        action.__sigaction_handler.sa_handler = { _ in FuzzWatch.sayCrash() }
      #endif
      action.sa_flags = Int32(SA_ONSTACK)
      sigaction(number, &action, nil)
    }
  }

  private static func sayCrash() {
    let before: StaticString = "error: "
    let after: StaticString = ": crashed\n"
    _ = write(STDERR_FILENO, before.utf8Start, before.utf8CodeUnitCount)
    _ = write(STDERR_FILENO, name.baseAddress, nameLength)
    _ = write(STDERR_FILENO, after.utf8Start, after.utf8CodeUnitCount)
    _exit(1)
  }
}
