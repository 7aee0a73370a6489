import Foundation
import Tagwright
import TestSupport
import Testing

/// A log that goes through Spark gives the report of one run.
@Suite struct SparkTests {
  /// Whether the interpreter has the engine, and the engine its own.
  private static let isInstalled: Bool = {
    let checks = [
      ChildProcess("python3", ["-c", "import pyspark"]), ChildProcess("java", ["-version"]),
    ]
    return checks.allSatisfy { check in
      var quiet = check
      quiet.showsErrors = false
      return (try? quiet.run())?.status == 0
    }
  }()

  @Test(.enabled(if: isInstalled, "pyspark or java is not installed: nothing runs on Spark"))
  func aJobWithAKilledWorkerGivesTheBytesOfOneRun() throws {
    let folder = try TemporaryFolder()
    _ = try BuiltTool.run(["generate"], in: folder)
    let before = folder.at("Output/server-container.json")
    let text = try String(contentsOfFile: before, encoding: .utf8)
    try folder.write(text, to: "before.json")
    try folder.write(
      text.replacing("\"value\": \"value\"", with: "\"value\": \"total\""), to: "after.json")
    let names = ["page_view", "purchase", "purchase", "scroll"]
    for file in 0..<2 {
      let lines = (0..<200).map { number in
        "https://sgtm.example.com/g/collect?v=2&cid=1.\(number % 90)&gcs=G111&en=\(names[number % 4])&ep.event_id=e\(number % 150)&epn.value=\(number)&cu=EUR&pr1=idSKU~pr5~qt1"
      }
      // The files are the same but for the last line.
      try folder.write(
        lines.joined(separator: "\n") + (file == 0 ? "\nnot a hit\n" : "\n"), to: "log/\(file).log")
    }
    let pair = ["--from", folder.at("before.json"), "--to", folder.at("after.json")]
    let whole = try BuiltTool.run(["replay", "--hits", folder.at("log")] + pair, in: folder)
    #expect(whole.status == 1, "\(whole.errors)")
    let written = try BuiltTool.run(["replay", "--spark", folder.at("job")] + pair, in: folder)
    try #require(written.status == 0, "\(written.errors)")
    // The first worker to begin is killed in the middle of its part.
    try FileManager.default.moveItem(
      atPath: folder.at("job/tagwright"), toPath: folder.at("job/tool"))
    try folder.write(
      """
      #!/bin/sh
      if [ "$3" = - ] && mkdir '\(folder.at("killed"))' 2>/dev/null; then head -c 9999 >/dev/null; kill -9 $$; fi
      exec '\(folder.at("job/tool"))' "$@"

      """, to: "job/tagwright")
    _ = try ChildProcess("chmod", ["+x", folder.at("job/tagwright")]).run()
    var job = ChildProcess(
      "python3", [folder.at("job/replay.py"), folder.at("log"), "--partitions", "3"])
    job.environment = ["PYSPARK_SUBMIT_ARGS": "--master local[2,3] pyspark-shell"]
    job.showsErrors = false
    let ending = try job.run()
    #expect(ending.status == 1)
    #expect(String(decoding: ending.output, as: UTF8.self) == whole.output)
    #expect(FileManager.default.fileExists(atPath: folder.at("killed")))
  }

  @Test func aJobHasTheProgramItsContainersAndTheExecutable() throws {
    let folder = try TemporaryFolder()
    _ = try BuiltTool.run(["generate"], in: folder)
    let container = folder.at("Output/server-container.json")
    let outcome = try BuiltTool.run(
      ["replay", "--spark", folder.at("job"), "--from", container, "--to", container], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.at("job")).sorted()
    #expect(names == ["after.json", "before.json", "replay.py", "tagwright"])
    #expect(FileManager.default.isExecutableFile(atPath: folder.at("job/tagwright")))
    let refused = try BuiltTool.run(
      ["replay", "--spark", folder.at("job"), "--hits", "x"], in: folder)
    #expect(refused.status == 2 && refused.errors.contains("leave '--hits' out"))
  }

  @Test(.enabled(if: Python.isInstalled, "python3 is not installed: no program is compiled"))
  func theProgramIsPython() throws {
    let folder = try TemporaryFolder()
    _ = try BuiltTool.run(["generate"], in: folder)
    let container = folder.at("Output/server-container.json")
    _ = try BuiltTool.run(
      ["replay", "--spark", folder.at("job"), "--from", container, "--to", container], in: folder)
    let ending = try ChildProcess(
      "python3", ["-m", "py_compile", folder.at("job/replay.py")]
    ).run()
    #expect(ending.status == 0)
  }
}
