import Foundation
import TestSupport
import Testing

/// What a shell, a hook or a workflow sees of the built executable.
@Suite struct ExitStatusTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let cases: [([String], Int32)] = [
    (["--help"], 0), (["generate", "--help"], 0), (["--version"], 0), ([], 2), (["generat"], 2),
    (["generate", "--chek"], 2), (["generate", "--into"], 2), (["generate", "more"], 2),
    (["generate", "--check"], 1), (["generate"], 0),
  ]

  @Test(.timeLimit(.minutes(10)), arguments: cases)
  func statusAndStreamsFollowTheOutcome(_ arguments: [String], _ status: Int32) throws {
    let result = try BuiltTool.run(arguments, in: folder)
    #expect(result.status == status)
    #expect(result.output.isEmpty == (status == 2))
    #expect(result.errors.isEmpty == (status < 2))
  }

  @Test func checkFindsWhatWasEdited() throws {
    #expect(try BuiltTool.run(["generate"], in: folder).status == 0)
    #expect(try BuiltTool.run(["generate", "--check"], in: folder).status == 0)
    try folder.write("edited", to: "Output/README.md")
    let result = try BuiltTool.run(["generate", "--check"], in: folder)
    #expect(result.status == 1)
    #expect(result.output == "out of date: Output/README.md\n")
  }

  @Test func aReaderThatHasSeenEnoughIsNoFailure() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let result = try BuiltTool.run(
      ["--help"], in: folder, output: pipe.fileHandleForWriting)
    #expect(result.status == 0)
    #expect(!result.wasKilled)
    #expect(result.errors.isEmpty)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"))
  func aResultThatCannotBePrintedIsAFailure() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let result = try BuiltTool.run(["--help"], in: folder, output: full)
    #expect(result.status == 2)
    #expect(
      result.errors == "error: cannot write 'standard output': no space left on device\n")
  }

  @Test func closedStreamsAreNotMistakenForFiles() throws {
    let result = try BuiltTool.shell("exec \"$0\" generate <&- >&- 2>&-", in: folder)
    #expect(result.status == 0)
    #expect(try BuiltTool.run(["generate", "--check"], in: folder).status == 0)
  }

  @Test(.enabled(if: Python.isInstalled, "python3 is not installed"))
  func coloursAreForTerminalsWithoutNoColor() throws {
    #expect(
      try terminalText(["NO_COLOR": "", "TERM": "xterm"]).hasPrefix("\u{1B}[1;31merror\u{1B}[0m: "))
    #expect(try terminalText(["NO_COLOR": "1", "TERM": "xterm"]).hasPrefix("error: "))
    #expect(try terminalText(["NO_COLOR": "", "TERM": "dumb"]).hasPrefix("error: "))
    #expect(try BuiltTool.run(["generat"], in: folder).errors.hasPrefix("error: "))
  }

  /// What a wrong command prints where standard error is a terminal.
  private func terminalText(_ environment: [String: String]) throws -> String {
    let script = "import pty, sys; pty.spawn(sys.argv[1:])"
    let process = try Running(
      "/usr/bin/env", ["python3", "-c", script, BuiltTool.path, "generat"], in: folder,
      environment: environment)
    return try process.result().output
  }
}
