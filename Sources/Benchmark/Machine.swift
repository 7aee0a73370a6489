import Foundation

/// The machine that the benchmark runs on: its memory, files and programs.
enum Machine {
  /// The largest resident size so far, in bytes.
  static var peakMemory: Int {
    #if os(macOS)
      let who = RUSAGE_SELF
    #else
      let who = __rusage_who_t(RUSAGE_SELF.rawValue)
    #endif
    var usage = rusage()
    getrusage(who, &usage)
    #if os(macOS)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss * 1_024
    #endif
  }

  /// The largest export of the folder that `TAGWRIGHT_CORPUS` names.
  static let largestExport: [UInt8]? = {
    guard let corpus = ProcessInfo.processInfo.environment["TAGWRIGHT_CORPUS"] else { return nil }
    let folder = URL(fileURLWithPath: corpus).appendingPathComponent("exports")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let exports = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "json" }
    return exports.compactMap { try? [UInt8](Data(contentsOf: $0)) }.max { $0.count < $1.count }
  }()

  /// Files with these contents, by their paths; `nil` where one could not be written.
  static func temporaryFiles(_ contents: [[UInt8]], ending: String = "json") -> [String]? {
    var paths: [String] = []
    for (index, content) in contents.enumerated() {
      let url = FileManager.default.temporaryDirectory.appendingPathComponent(
        "tagwright-benchmark-\(getpid())-\(index).\(ending)")
      guard (try? Data(content).write(to: url)) != nil else { return nil }
      paths.append(url.path)
    }
    return paths
  }

  /// Removes files.
  static func remove(_ paths: [String]) {
    for path in paths { try? FileManager.default.removeItem(atPath: path) }
  }

  /// A program that was built beside this one.
  static func siblingExecutable(_ name: String) -> URL? {
    let url = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent(name)
    return FileManager.default.isExecutableFile(atPath: url.path) ? url : nil
  }

  /// A folder beside this program.
  static func siblingFolder(_ name: String) -> String? {
    let path = "\(folder)/\(name)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private static var folder: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
  }

  /// The compiler's arguments for the module maps of C modules that the build wrote.
  static var modulesOfC: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)/module.modulemap" }
      .filter { FileManager.default.fileExists(atPath: $0) }
      .flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
  }

  /// A program that the search path has.
  static func program(_ name: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Runs a program without its output and waits for it; its exit status, or -1.
  ///
  /// Foundation's `Process` looks only every few milliseconds whether a program has ended.
  static func run(_ program: URL, _ arguments: [String]) -> Int32 {
    var status: Int32 = -1
    guard let process = start(program, arguments), waitpid(process, &status, 0) == process else {
      return -1
    }
    return exitStatus(status)
  }

  /// The same for one that runs for seconds, with the largest resident size that it had, in bytes.
  static func run(
    _ program: URL, _ arguments: [String], peakMemory: inout Int
  ) -> Int32 {
    var status: Int32 = -1
    guard let process = start(program, arguments) else { return -1 }
    #if os(macOS)
      var usage = rusage()
      guard wait4(process, &status, 0, &usage) == process else { return -1 }
      peakMemory = usage.ru_maxrss
    #else
      // What the system tells in the end counts the memory of the program that started it, too.
      while waitpid(process, &status, WNOHANG) == 0 {
        peakMemory = max(peakMemory, largestResidentSize(of: process))
        usleep(2_000)
      }
    #endif
    return exitStatus(status)
  }

  #if !os(macOS)
    /// The largest resident size that a running program has had, in bytes.
    private static func largestResidentSize(of process: pid_t) -> Int {
      let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
      return line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first.map {
        $0 * 1_024
      }
        ?? 0
    }
  #endif

  /// The exit status stands in the second byte; what a signal ended has none.
  private static func exitStatus(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }

  private static func start(_ program: URL, _ arguments: [String]) -> pid_t? {
    var pointers = ([program.path] + arguments).map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    #if os(macOS)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    return posix_spawn(&process, program.path, &actions, nil, &pointers, environ) == 0
      ? process : nil
  }
}
