import ContainerDiff
import Foundation
import JSONText
import Publishing
import TagManager
import TagManagerStandIn
import TestSupport
import Testing

/// Any push after any other, taken back: the workspace is as before, whatever else is in it.
@Suite struct UndoTests {
  private static let isThorough = TestRun.isThorough
  private static let runs = isThorough ? 1000 : 6

  @Test func anyPushTakenBackLeavesTheWorkspaceAsBefore() throws {
    var random = SeededGenerator(seed: 29)
    for number in 0..<Self.runs {
      var api = SimulatedAPI()
      api.publishForeign { $0.addForeign() }
      api.behaviour.mayDeleteWorkspaces = Bool.random(using: &random)
      api.behaviour.bulkTakesTemplates = Bool.random(using: &random)
      let world = World(api)
      // Some workspaces hold an earlier push, some start from a published one, some do not exist yet.
      if Bool.random(using: &random) {
        try world.push(Self.version(&random))
        if Bool.random(using: &random) { try world.publish(SamplePlan.version()) }
      }
      let before = world.workspace ?? world.fresh
      try world.push(Self.version(&random))
      let hasPushed = world.workspace.map { $0.entities != before.entities } ?? false
      guard hasPushed else { continue }
      var run = try world.run(SamplePlan.version())
      let left = try run.undo().left
      #expect(left.isEmpty, "\(number): \(left)")
      let after = world.workspace ?? world.fresh
      try expectEqual(before.entities, after.entities, in: world, "\(number)")
      #expect(world.api.publications.count <= 1)
    }
  }

  @Test func takingBackThatBrokeOffIsRunAgain() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<Self.runs {
      let world = World()
      let first = Self.version(&random)
      try world.push(first)
      let before = try #require(world.workspace)
      try world.push(SamplePlan.version(events: ["lead", "view"], value: "7"))
      let fault = SimulatedTransport.Fault.allCases.randomElement(using: &random)
      let number = world.count + Int.random(in: 1...8, using: &random)
      world.transport.state.change { $0.faults[number] = fault }
      for _ in 0..<3 {
        do {
          var run = try world.run(SamplePlan.version())
          _ = try run.undo()
          break
        } catch is PushFailure { continue }
      }
      let after = try #require(world.workspace)
      try expectEqual(before.entities, after.entities, in: world, "\(String(describing: fault))")
    }
  }

  private static func version(_ random: inout SeededGenerator) -> ContainerVersion {
    SamplePlan.version(
      events: ["purchase", "search", "lead", "view"].filter { _ in Bool.random(using: &random) },
      value: Bool.random(using: &random) ? "1" : "2",
      constantName: Bool.random(using: &random) ? "Pixel" : "Pixel code")
  }

  private func expectEqual(
    _ before: SimulatedEntities, _ after: SimulatedEntities, in world: World, _ comment: String
  ) throws {
    func file(_ entities: SimulatedEntities, _ name: String) throws -> ContainerFile {
      try ContainerFile(
        world.api.json(
          SimulatedAPI.Version(number: 1, name: "", entities: entities, fingerprint: "0")),
        name: name)
    }
    let difference = try ContainerDiff(
      from: file(before, "before"), to: file(after, "after"),
      options: DiffOptions(
        oldLabel: "before", newLabel: "after", newIsPlan: false, isExact: true,
        placeholderPrefix: "REPLACE_WITH_")
    ).entities.map { "\($0.kind.word) '\($0.name)' \($0.outcome) \($0.changes)" }
    #expect(difference == [], "\(comment)")
  }
}

extension World {
  /// A workspace as Tag Manager would create it now.
  fileprivate var fresh: SimulatedAPI.Workspace {
    SimulatedAPI.Workspace(
      id: 0, name: "Tagwright", base: api.latest,
      entities: api.version(api.latest)?.entities ?? SimulatedEntities())
  }
}
