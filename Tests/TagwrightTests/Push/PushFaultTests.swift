import Foundation
import TagManagerStandIn
import Tagwright
import TestSupport
import Testing

/// Pushes as processes that are killed, meet faults or each other: run again, each ends as an undisturbed one.
@Suite struct PushFaultTests {
  /// Every request of a push with every fault where `TAGWRIGHT_THOROUGH` is set.
  private static let isThorough = TestRun.isThorough

  @Test(arguments: isThorough ? Array(1...17) : [11])
  func killedPushIsRunAgain(request: Int) throws {
    for fault in [SimulatedTagManager.Fault.killsBefore, .killsAfter] {
      let site = try PushSite { $0.publishForeign { $0.addForeign() } }
      site.change { $0.faults[request] = fault }
      let killed = try site.start("--yes").result()
      #expect(killed.wasKilled)
      let result = try site.start("--yes").result()
      #expect(result.status == 0, "\(fault) at \(request): \(result.output)\(result.errors)")
      try site.expectEqual(nil)
      site.expectForeignUntouched()
      #expect(site.server.publications.isEmpty)
      #expect(site.server.workspaces.count(where: { $0.name == "Tagwright" }) == 1)
    }
  }

  /// The server's version and publication; where all are tried, the browser's, too.
  @Test(
    arguments: ["/7002/workspaces/3:create_version"]
      + (isThorough
        ? [
          "/7002/versions/2:publish", "/7003/workspaces/3:create_version",
          "/7003/versions/2:publish",
        ] : []))
  func killedReleaseIsRunAgain(request: String) throws {
    for fault in [SimulatedTagManager.Fault.killsBefore, .killsAfter] {
      let site = try PushSite()
      site.change { $0.faultsByPath[request] = fault }
      #expect(try site.start("--yes", "--publish").result().wasKilled)
      let result = try site.start("--yes", "--publish").result()
      #expect(result.status == 0, "\(fault) at \(request): \(result.output)\(result.errors)")
      for container in site.state.containers {
        #expect(container.live == 2 && container.versions.count == 2, "\(fault) at \(request)")
        #expect(container.publications == [2], "\(fault) at \(request)")
      }
      try site.expectEqual(nil)
      #expect(try site.start("--yes", "--undo").result().status == 0)
      #expect(site.server.live == 1 && site.web.live == 1, "\(fault) at \(request)")
    }
  }

  @Test(arguments: SimulatedTagManager.Fault.allCases.filter { !"\($0)".hasPrefix("kills") })
  func faultAtARequestEndsAsWithoutIt(fault: SimulatedTagManager.Fault) throws {
    for request in Self.isThorough ? Array(1...14) : [11] {
      let site = try PushSite { $0.publishForeign { $0.addForeign() } }
      site.change { $0.faults[request] = fault }
      let plan = PushSite.plan()
      let first = run(
        ["push", "--yes"], plan: plan, environment: site.environment,
        workingDirectory: site.folder.path)
      if first.status != .success { site.push(plan, "--yes") }
      try site.expectEqual(plan)
      site.expectForeignUntouched()
      site.push(plan)
      #expect(!site.hasWritten, "\(fault) at \(request)")
    }
  }

  @Test func killedPushIsTakenBackWhole() throws {
    let site = try PushSite { $0.behaviour.mayDeleteWorkspaces = true }
    site.change { $0.faults[12] = .killsBefore }
    #expect(try site.start("--yes").result().wasKilled)
    #expect(try site.start("--yes").result().status == 0)
    #expect(try site.start("--yes", "--undo").result().status == 0)
    #expect(site.server.pushed == nil && site.web.pushed == nil)
  }

  @Test func twoPushesAtOnceExcludeEachOther() throws {
    let site = try PushSite()
    let running = [try site.start("--yes"), try site.start("--yes")]
    for process in running {
      let result = try process.result()
      #expect(result.status == 0, "\(result.errors)")
    }
    try site.expectEqual(nil)
    #expect(site.state.writes.count(where: { $0.hasSuffix("/workspaces") }) == 2)
  }

  @Test func pushesFromTwoMachinesEndAsOne() throws {
    let site = try PushSite()
    let other = try TemporaryFolder()
    let running = [
      try site.start("--yes"),
      try Running(
        try BuiltTool.path, ["push", "--yes"], in: other, environment: site.environment),
    ]
    for process in running { _ = try process.result() }
    #expect(try site.start("--yes").result().status == 0)
    try site.expectEqual(nil)
    for container in site.state.containers {
      #expect(container.workspaces.count(where: { $0.name == "Tagwright" }) == 1)
    }
  }

  @Test func tokensStayWhereTheyAre() throws {
    let site = try PushSite()
    var texts: [String] = []
    for options in [
      ["--out", "push.json"], ["--yes", "--verbose"], ["--yes", "--publish"], ["--yes", "--undo"],
    ] {
      let running = try Running(
        try BuiltTool.path, ["push"] + options, in: site.folder, environment: site.environment)
      while running.isRunning { texts += Self.commandLines() }
      let result = try running.result()
      #expect(result.status == 0, "\(result.errors)")
      texts += [result.output, result.errors]
    }
    texts.append(try site.texts())
    for text in texts {
      #expect(!text.contains(PushSite.secret) && !text.contains(SimulatedTagManager.token))
    }
    #expect(try site.folder.permissions(of: ".tagwright/push-GTM-ABC1234.json") == 0o600)
    #expect(
      try String(contentsOfFile: site.folder.at(".tagwright/.gitignore"), encoding: .utf8) == "*\n")
  }

  /// What the process list shows to everybody on the machine, where there is `/proc`.
  private static func commandLines() -> [String] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { Int($0) != nil }.compactMap { id in
      FileManager.default.contents(atPath: "/proc/\(id)/cmdline").map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
