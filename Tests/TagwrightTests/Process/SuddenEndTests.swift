import Foundation
import TestSupport
import Testing

/// A process that is killed at any moment leaves every file old or new, and the next run finishes.
@Suite struct SuddenEndTests {
  /// What a folder looked like before: files to change, to add and to remove.
  struct Before {
    let folder: TemporaryFolder
    let old: [String: Data]
    let new: [String: Data]

    init() throws {
      folder = try TemporaryFolder()
      _ = try BuiltTool.run(["generate"], in: folder)
      new = try Self.files(of: folder)
      try folder.write("old", to: "Output/server-container.json")
      try folder.write("old", to: "Output/templates/tiktok-page-view.tpl")
      try folder.write("stale", to: "Output/templates/stale.tpl")
      try folder.write("stale", to: "Output/stale/stale.tpl")
      try FileManager.default.removeItem(
        atPath: folder.at("Output/templates/tiktok-search.tpl"))
      let listed = new.keys.filter { $0 != ".tagwright" && $0 != "templates/tiktok-search.tpl" }
      let list = (listed + ["templates/stale.tpl", "stale/stale.tpl"]).sorted()
      try folder.write(list.map { "\($0)\n" }.joined(), to: "Output/.tagwright")
      old = try Self.files(of: folder)
    }

    static func files(of folder: TemporaryFolder) throws -> [String: Data] {
      try folder.content(below: "Output").compactMapValues { $0 }
    }
  }

  /// Moments at which it ends; more of them where `TAGWRIGHT_THOROUGH` is set.
  private static let moments =
    TestRun.isThorough ? 400 : 6

  @Test(.timeLimit(.minutes(5)), arguments: 0..<Self.moments)
  func everyFileIsOldOrNew(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let before = try Before()
    let process = try Running(BuiltTool.path, ["generate"], in: before.folder)
    switch seed % 4 {
    case 0:
      usleep(.random(in: 0..<60_000, using: &random))
    case 1:
      // The new content is written into temporary files.
      while process.isRunning, !before.isBeingWritten { usleep(50) }
      usleep(.random(in: 0..<6_000, using: &random))
    default:
      // Old files give way to new ones, which is over soon.
      while process.isRunning, before.isUntouched {}
      usleep(.random(in: 0..<40, using: &random))
    }
    process.kill()
    _ = try process.result()

    let left = try Before.files(of: before.folder)
    for path in Set(left.keys).union(before.old.keys).union(before.new.keys) {
      let name = path.split(separator: "/").last ?? ""
      guard !name.hasPrefix(".tagwright-temporary-") else { continue }
      #expect(
        left[path] == before.old[path] || left[path] == before.new[path],
        "'\(path)' is neither old nor new")
    }
    #expect(try BuiltTool.run(["generate"], in: before.folder).status == 0)
    #expect(try Before.files(of: before.folder) == before.new)
  }
}

extension SuddenEndTests.Before {
  /// Whether a temporary file can be seen.
  fileprivate var isBeingWritten: Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.at("Output"))
    return names?.contains { $0.hasPrefix(".tagwright-temporary-") } ?? false
  }

  /// Whether the first file that is to be removed is still there.
  fileprivate var isUntouched: Bool {
    FileManager.default.fileExists(atPath: folder.at("Output/stale/stale.tpl"))
  }
}
