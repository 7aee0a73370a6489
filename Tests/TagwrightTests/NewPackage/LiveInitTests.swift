import Foundation
import TagManagerStandIn
import TestSupport
import Testing

/// A package from the live container, as a process, against a stand-in for Tag Manager.
@Suite struct LiveInitTests {
  @Test func theLiveContainerBecomesAPackage() throws {
    let live = try LiveDiffTests()
    let result = try BuiltTool.run(
      ["init", "taken", "--live", "--container-id", "GTM-ABC1234"], in: live.folder,
      environment: live.environment([:]))
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      live.standIn.apiPaths == [
        "accounts/containers:lookup", "accounts/6001/containers/7002/versions:live",
      ])
    #expect(result.output.contains("the live version of 'GTM-ABC1234' has become\n"))
    let plan = try String(
      contentsOfFile: live.folder.at("taken/Sources/Taken/Plan.swift"), encoding: .utf8)
    #expect(plan.contains("publicID: \"GTM-ABC1234\""))
    #expect(!"\(result.output)\(result.errors)".contains("given-token"))
  }
}
