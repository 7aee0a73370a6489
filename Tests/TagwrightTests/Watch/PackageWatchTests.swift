import Foundation
import Tagwright
import TestSupport
import Testing

@Suite struct PackageWatchTests {
  /// What a watch is told of while somebody changes the package between its looks.
  private func calls(_ steps: [(TemporaryFolder) throws -> Void]) throws -> [[String]] {
    let folder = try TemporaryFolder()
    for path in ["Package.swift", "Sources/Shop/Plan.swift", "forms/crm.tpl", "README.md"] {
      try folder.write("1", to: path)
    }
    var remaining = steps[...]
    var problem: (any Error)?
    var calls: [[String]] = []
    let watch = PackageWatch(folder: folder.path) {
      guard let step = remaining.popFirst() else { return false }
      do { try step(folder) } catch { problem = error }
      return problem == nil
    }
    try watch.run { calls.append($0) }
    if let problem { throw problem }
    return calls
  }

  private let rest: (TemporaryFolder) throws -> Void = { _ in }

  @Test func theSourcesAsTheyAreComeFirst() throws {
    #expect(try calls([]) == [[]])
    #expect(try calls([rest, rest]) == [[]])
  }

  @Test func aChangeIsToldOnceItHasComeToRest() throws {
    let edit: (String) -> (TemporaryFolder) throws -> Void = { text in
      { try $0.write(text, to: "Sources/Shop/Plan.swift") }
    }
    #expect(try calls([edit("12"), rest, rest]) == [[], ["Sources/Shop/Plan.swift"]])
    #expect(try calls([edit("12"), edit("123"), rest, rest]) == [[], ["Sources/Shop/Plan.swift"]])
  }

  @Test func newAndRemovedFilesAndTemplatesAnywhereAreChanges() throws {
    let found = try calls([
      { folder in
        try folder.write("1", to: "Sources/Shop/More.swift")
        try folder.write("12", to: "forms/crm.tpl")
        try FileManager.default.removeItem(atPath: folder.at("Package.swift"))
      }, rest,
    ])
    #expect(found == [[], ["Package.swift", "Sources/Shop/More.swift", "forms/crm.tpl"]])
  }

  @Test func whatIsNoSourceIsNoChange() throws {
    let found = try calls([
      { folder in
        try folder.write("1", to: "Output/templates/a.tpl")
        try folder.write("1", to: ".build/debug/a.swift")
        try folder.write("12", to: "README.md")
        try folder.link("Sources/above", to: "..")
      }, rest,
    ])
    #expect(found == [[]])
  }
}

/// The command as a process, with a `swift` that only notes its calls.
@Suite(
  .enabled(
    if: TestRun.isThorough,
    "set TAGWRIGHT_THOROUGH to run this"))
struct GenerateWatchTests {
  @Test(.timeLimit(.minutes(2))) func aChangeIsBuiltAndGenerated() throws {
    let folder = try TemporaryFolder()
    try folder.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    try folder.write("1", to: "Sources/Shop/Plan.swift")
    try folder.write("#!/bin/sh\necho \"$*\" >> calls\n", to: "bin/swift")
    try folder.setPermissions(0o755, of: "bin/swift")
    let process = try Running(
      BuiltTool.path, ["generate", "--watch", "--into", "made"], at: folder.path,
      environment: ["PATH": "\(folder.at("bin")):/usr/bin:/bin"])
    try wait { FileManager.default.fileExists(atPath: folder.at("made/README.md")) }
    try FileManager.default.removeItem(atPath: folder.at("made/README.md"))
    try folder.write("12", to: "Sources/Shop/Plan.swift")
    try wait { FileManager.default.fileExists(atPath: folder.at("made/README.md")) }
    // Ctrl-C is another signal, which a shell in the background keeps from its programs.
    kill(process.id, SIGTERM)
    let result = try process.result()
    #expect(result.wasKilled)
    #expect(result.output.contains("made"))
    #expect(result.errors.contains("changed: Sources/Shop/Plan.swift"))
    let calls = try String(contentsOfFile: folder.at("calls"), encoding: .utf8)
    #expect(calls.split(separator: "\n").count == 2)
    #expect(calls.hasPrefix("build -q --package-path \(folder.path) --product tagwright"))
  }

  private func wait(until isTrue: () -> Bool) throws {
    for _ in 0..<600 where !isTrue() { usleep(100_000) }
    try #require(isTrue())
  }
}
