#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Compiler
import Diagnostics

/// The process that the tool runs in: its streams, its environment, its end.
enum Process {
  /// Makes the process safe to write from: no signal ends it halfway, and no file takes a stream's place.
  static func prepare() {
    // A closed pipe and a full quota are errors of the write that meets them.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Descriptors of standard input and output for the one who calls this alone: nobody else reads anything there from
  /// now on, and what others print goes to standard error.
  static func takeStandardStreams() throws(FileError) -> (input: Int32, output: Int32) {
    let input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard input >= 0, output >= 0, nothing >= 0, dup2(nothing, STDIN_FILENO) >= 0,
      dup2(STDERR_FILENO, STDOUT_FILENO) >= 0
    else {
      throw FileError("use", "standard input and output", errno)
    }
    close(nothing)
    return (input, output)
  }

  /// The value of an environment variable, if it is set.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The whole environment as `NAME=value`, with some variables set or taken away.
  static func environment(changedBy changes: [String: String?]) -> [String] {
    var variables: [String] = []
    var next = environ
    while let text = next.pointee {
      let variable = String(cString: text)
      let name = variable.prefix { $0 != "=" }
      if !changes.keys.contains(String(name)) { variables.append(variable) }
      next += 1
    }
    for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
      if let value { variables.append("\(name)=\(value)") }
    }
    return variables
  }

  /// The absolute path of the running executable, links followed; empty where the system does not say.
  static var executablePath: String {
    #if canImport(Darwin)
      var size: UInt32 = 4_096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return "" }
      let path = String(
        decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      let path = "/proc/self/exe"
    #endif
    return (try? FileSystem.realPath(path)) ?? ""
  }

  /// Whether text on a stream may have colours.
  static func style(of descriptor: Int32) -> SeverityStyle {
    let isWanted = (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    return isWanted && isTerminal(descriptor) ? .coloured : .plain
  }

  /// Whether a stream is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The time, in milliseconds since 1970.
  static var currentMilliseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec / 1_000_000)
  }

  /// Today's date, in UTC.
  static var today: CalendarDay { CalendarDay(milliseconds: currentMilliseconds) }

  /// Keeps a large value until the process ends, which takes its memory back at once: taking a tree of values apart
  /// takes nearly as long as making it.
  static func keep<Value>(_ value: Value) {
    _ = Unmanaged.passRetained(Kept(value))
  }

  private final class Kept<Value> {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  /// Ends the process.
  static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }
}

/// Standard output or standard error.
final class StandardStream {
  static let outputDescriptor = STDOUT_FILENO
  static let errorDescriptor = STDERR_FILENO

  private let descriptor: Int32
  /// The reason for which text could not be written; a reader that has seen enough is not a failure.
  private(set) var failure: FileError?
  private var isClosed = false

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  func write(_ text: String) {
    guard !isClosed else { return }
    do throws(FileError) {
      try FileSystem.write(Array(text.utf8), to: descriptor, named: "standard output")
    } catch {
      isClosed = true
      if error.code != EPIPE { failure = error }
    }
  }
}
