import Foundation
import TestSupport
import Testing

/// The same plan gives the same bytes, wherever and under whatever settings it is compiled.
@Suite struct DeterminismTests {
  @Test(arguments: [
    [:], ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"], ["LC_ALL": "C"],
    ["TZ": "Pacific/Kiritimati"], ["SWIFT_DETERMINISTIC_HASHING": "1"],
    ["TIKTOK_ACCESS_TOKEN": "canary-77aa01"],
  ])
  func everyRunGivesTheSameBytes(_ environment: [String: String]) throws {
    let reference = try TemporaryFolder()
    _ = try BuiltTool.run(["generate"], in: reference)
    let folder = try TemporaryFolder()
    try folder.makeFolder("somewhere/else")
    let result = try BuiltTool.run(
      ["generate", "--into", "somewhere/else/out"], in: folder, environment: environment)
    #expect(result.status == 0)
    #expect(try folder.content(below: "somewhere/else/out") == reference.content(below: "Output"))
  }

  @Test func noFileNamesThisMachine() throws {
    let folder = try TemporaryFolder()
    _ = try BuiltTool.run(["generate"], in: folder)
    let repository = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..")
      .standardizedFileURL.path
    for (path, data) in try folder.content(below: "Output") {
      guard let data else { continue }
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains(repository) && !text.contains(folder.path), "\(path)")
    }
  }

  @Test func aSecretIsNeverShown() throws {
    let canary = "canary-5d20e7"
    let folder = try TemporaryFolder()
    try folder.write("", to: "clone/.git")
    try folder.write("", to: "file")
    var shown = ""
    for arguments in [
      ["generate"], ["generate", "--check"], ["generate", "--with-secrets"],
      ["generate", "--with-secrets", "--into", "clone"],
      ["generate", "--with-secrets", "--into", "file"],
      ["generate", "--with-secrets", "--check", "--into", "out"],
      ["generate", "--with-secrets", "--into", "out"],
    ] {
      for value in [canary, " \(canary)", "\(canary)\n"] {
        let result = try BuiltTool.run(arguments, in: folder, environment: ShopSecrets.all(value))
        shown += result.output + result.errors
      }
    }
    #expect(shown.contains("generated"))
    #expect(!shown.contains(canary))
    let holding = try folder.content().filter { _, data in
      data.map { String(decoding: $0, as: UTF8.self).contains(canary) } ?? false
    }
    #expect(holding.keys.sorted() == ["out/server-container.json"])
  }

  @Test func runsAtTheSameTimeDoNotDisturbEachOther() throws {
    let folder = try TemporaryFolder()
    let running = try (0..<6).map { _ in
      try Running(BuiltTool.path, ["generate"], in: folder)
    }
    for process in running { #expect(try process.result().status == 0) }
    #expect(try BuiltTool.run(["generate", "--check"], in: folder).status == 0)
  }
}
