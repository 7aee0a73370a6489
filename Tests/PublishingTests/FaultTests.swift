import Foundation
import JSONText
import Publishing
import TagManager
import TagManagerStandIn
import TestSupport
import Testing

/// Pushes with a fault at any request, and killed at any moment: run again, each ends as an undisturbed one.
@Suite struct FaultTests {
  /// Every fault at every request, under every setting of what is not known of Tag Manager.
  @Test(arguments: Self.behaviours)
  func faultAtAnyRequestLosesNothingAndDoublesNothing(_ behaviour: SimulatedAPI.Behaviour) throws {
    for fault in SimulatedTransport.Fault.allCases {
      // The first four requests read, the fifth creates the workspace, the others write into it.
      for number in Self.isThorough ? 1...20 : 5...7 {
        let world = World(Self.container(behaviour))
        world.transport.state.change { $0.faults[number] = fault }
        try Self.pushUntilDone(SamplePlan.version(), world)
        try expectAsUndisturbed(world, SamplePlan.version(), "\(fault) at request \(number)")
      }
    }
  }

  /// Two and three faults in one push that changes, renames and removes.
  @Test func manyFaultsInAPushThatChangesAndRemoves() throws {
    var random = SeededGenerator(seed: 11)
    let after = SamplePlan.version(
      events: ["purchase", "sign_up"], value: "2", constantName: "Pixel code")
    for _ in 0..<Self.runs {
      var behaviour = SimulatedAPI.Behaviour()
      behaviour.bulkIsAtomic = Bool.random(using: &random)
      behaviour.bulkAllowsForwardReferences = Bool.random(using: &random)
      behaviour.bulkTakesTemplates = Bool.random(using: &random)
      behaviour.deletesWhatIsUsed = Bool.random(using: &random)
      behaviour.pageSize = Bool.random(using: &random) ? 1 : 100
      behaviour.staleStatus = [400, 409, 412].randomElement(using: &random) ?? 409
      let world = World(Self.container(behaviour))
      try world.push(SamplePlan.version())
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let number = world.count + Int.random(in: 1...20, using: &random)
        let fault = SimulatedTransport.Fault.allCases.randomElement(using: &random)
        world.transport.state.change { $0.faults[number] = fault }
      }
      try Self.pushUntilDone(after, world)
      try expectAsUndisturbed(world, after, "\(behaviour)")
    }
  }

  @Test func killAtAnySaveOfTheJournalLosesNothing() throws {
    for number in Self.isThorough ? 1...4 : 1...2 {
      for isAfter in [false, true] {
        let world = World(Self.container(SimulatedAPI.Behaviour()))
        do {
          try world.push(SamplePlan.version(), killedAtSave: (number, isAfter))
        } catch let failure as PushFailure {
          #expect(failure.message.contains("killed"))
        }
        try Self.pushUntilDone(SamplePlan.version(), world)
        try expectAsUndisturbed(world, SamplePlan.version(), "save \(number)")
        try world.push(SamplePlan.version(events: []))
        try world.expectNoDifference(SamplePlan.version(events: []))
      }
    }
  }

  /// A thousand and more where `TAGWRIGHT_THOROUGH` is set.
  private static let isThorough = TestRun.isThorough
  private static let runs = isThorough ? 2000 : 4

  static let behaviours: [SimulatedAPI.Behaviour] = {
    var all: [SimulatedAPI.Behaviour] = []
    for isAtomic in isThorough ? [true, false] : [false] {
      for hasBulk in isThorough ? [true, false] : [true] {
        for stale in isThorough ? [409, 412, 400] : [409] {
          var behaviour = SimulatedAPI.Behaviour()
          behaviour.bulkIsAtomic = isAtomic
          behaviour.bulkAllowsForwardReferences = isAtomic
          behaviour.bulkLimit = hasBulk ? 1000 : 1
          behaviour.staleStatus = stale
          behaviour.quotaIs429 = isAtomic
          all.append(behaviour)
        }
      }
    }
    return all
  }()

  private static func container(_ behaviour: SimulatedAPI.Behaviour) -> SimulatedAPI {
    var api = SimulatedAPI(behaviour: behaviour)
    api.publishForeign { $0.addForeign() }
    return api
  }

  /// Runs a push again as a person would, until it ends well.
  private static func pushUntilDone(_ version: ContainerVersion, _ world: World) throws {
    for _ in 0..<4 {
      do {
        return try world.push(version)
      } catch let failure as PushFailure where !failure.isFinding {
        continue
      }
    }
    try world.push(version)
  }

  private func expectAsUndisturbed(
    _ world: World, _ version: ContainerVersion, _ comment: String
  ) throws {
    world.transport.state.change { $0.faults = [:] }
    try world.expectNoDifference(version)
    let entities = try #require(world.workspace?.entities)
    for kind in SimulatedEntities.kinds where kind != "builtInVariable" {
      let names = entities[kind].map { $0["name"]?.string ?? "" }
      #expect(names.count == Set(names).count, "\(comment)")
      let foreign = world.api.version(2)?.entities.entity("2", kind)
      #expect(entities.entity("2", kind) == foreign, "\(comment)")
    }
    #expect(world.api.publications == [], "\(comment)")
    #expect(world.api.workspaces.count(where: { $0.name == "Tagwright" }) == 1, "\(comment)")
    let writes = world.writes
    try world.push(version)
    #expect(world.writes == writes, "\(comment)")
  }
}
