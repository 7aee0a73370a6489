#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Diagnostics
import Pipes

/// A program that is started without a shell and waited for; everything that the tool starts goes through here.
///
/// Arguments stand in the process list for everybody on the machine: no secret is ever one of them.
package struct ChildProcess: Sendable {
  /// The ways to treat what the program prints as its result.
  package enum Output: Sendable {
    /// It is returned.
    case captured
    /// It is thrown away.
    case discarded
    /// It goes where the tool's own messages go, so that the tool's result stays its own.
    case toErrors
  }

  /// The way in which the program ended.
  package struct Ending: Sendable {
    /// The exit status, or 128 and the number of the signal that ended it.
    package let status: Int32
    /// The bytes that it printed, where they were captured.
    package let output: [UInt8]
  }

  /// A path, or a name that is looked up in `PATH`.
  package let program: String
  /// The arguments after the program's name.
  package let arguments: [String]
  /// The folder that it runs in, if not the tool's own; for a tool that does one thing at a time.
  package var folder: String?
  /// Variables that it sees besides the tool's own; `nil` takes one away.
  package var environment: [String: String?] = [:]
  /// The bytes that it reads; without them and a file there is nothing to read.
  package var input: [UInt8]?
  /// A file that it reads.
  package var inputFile = "/dev/null"
  /// The treatment of its result.
  package var output = Output.captured
  /// Whether its own messages are shown.
  package var showsErrors = true

  /// Names a program and its arguments.
  package init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// Runs it to its end.
  ///
  /// - Throws: where it cannot be started.
  package func run() throws(CommandError) -> Ending {
    let running = try started()
    if let input {
      // A program that has read enough has not failed.
      try? FileSystem.write(input, to: running.input.writing, named: program)
    }
    running.input.closeWriting()
    let bytes = output == .captured ? running.output.drain() ?? [] : []
    return Ending(status: running.status(), output: bytes)
  }

  /// Starts it, for whoever reads its result while it runs.
  ///
  /// - Throws: where it cannot be started.
  func started() throws(CommandError) -> RunningProgram {
    guard let result = PipeEnds(), let given = PipeEnds() else {
      throw CommandError("cannot start '\(program)': there are too many open files")
    }
    var child: pid_t = 0
    let code = start(&child, input: given, output: result)
    guard code == 0 else {
      let reason = String(cString: strerror(code))
      throw CommandError(
        "cannot start '\(program)': \(reason.prefix(1).lowercased())\(reason.dropFirst())")
    }
    result.closeWriting()
    given.closeReading()
    return RunningProgram(id: child, input: given, output: result)
  }

  /// Whether a program of this name is on `PATH`.
  package static func exists(_ name: String, path: String) -> Bool {
    path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  private func start(_ child: inout pid_t, input: PipeEnds, output: PipeEnds) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    if self.input == nil {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, inputFile, O_RDONLY, 0)
    } else {
      posix_spawn_file_actions_adddup2(&actions, input.reading, STDIN_FILENO)
    }
    switch self.output {
    case .captured: posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    case .discarded:
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    case .toErrors: posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    }
    if !showsErrors {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    // The tool ignores these signals; a program would inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = Process.environment(changedBy: environment).map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    return Self.inFolder(folder) {
      posix_spawnp(&child, program, &actions, &attributes, &words, &variables)
    }
  }

  /// Starting a program in another folder is nothing that every C library offers, so the tool goes there and back.
  private static func inFolder(_ folder: String?, _ start: () -> Int32) -> Int32 {
    guard let folder else { return start() }
    let home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard home >= 0 else { return errno }
    defer { close(home) }
    guard chdir(folder) == 0 else { return errno }
    let code = start()
    return fchdir(home) == 0 ? code : errno
  }
}
