#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Generate {
  static let watch = Option.flag("watch", "build and generate again whenever a source changes")

  /// Builds and generates now and after every change of the sources, until the process is interrupted.
  static func runWatching(_ invocation: Invocation) throws(CommandError) -> ExitStatus {
    let package = try invocation.requiredPackageFolder()
    guard ChildProcess.exists("swift", path: invocation.environment("PATH") ?? "") else {
      throw CommandError(
        "'--watch' builds the plan, and there is no 'swift' on PATH",
        notes: ["install Swift, or add its folder to PATH"])
    }
    let watch = PackageWatch(folder: package) {
      usleep(250_000)
      return true
    }
    try watch.run { changes throws(CommandError) in
      if !changes.isEmpty {
        let more = changes.count > 1 ? " and \(changes.count - 1) more" : ""
        invocation.console.report("changed: \(changes[0])\(more)")
      }
      try buildAndGenerate(package, invocation)
      invocation.console.report("watching the sources; Ctrl-C ends")
    }
    return .success
  }

  /// Runs the plan's executable as it is built from the sources of now.
  private static func buildAndGenerate(
    _ package: String, _ invocation: Invocation
  ) throws(CommandError) {
    let executable = Process.executablePath
    var build = ChildProcess(
      "swift",
      ["build", "-q", "--package-path", package, "--product", invocation.tool]
        + (executable.contains("/release/") ? ["-c", "release"] : []))
    build.output = .toErrors
    guard try build.run().status == 0 else {
      return invocation.console.report("the plan does not compile: nothing is generated")
    }
    let typed = invocation.arguments.typed(Command.generate.options.filter { $0 != watch })
    let ending = try ChildProcess(executable, ["generate"] + typed).run()
    let output = String(decoding: ending.output, as: UTF8.self)
    if !output.isEmpty { invocation.console.print(String(output.dropLast())) }
  }
}
