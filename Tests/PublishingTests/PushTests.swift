import ContainerDiff
import JSONText
import Publishing
import TagManager
import TagManagerClient
import TagManagerStandIn
import Testing

/// Pushes into a simulated container: each ends with what the plan says where it owns, and leaves the rest alone.
@Suite struct PushTests {
  @Test func firstPushMakesTheContainerOfThePlan() throws {
    let world = World()
    try world.push(SamplePlan.version())
    try world.expectNoDifference(SamplePlan.version())
    #expect(world.violations.isEmpty)
    #expect(world.api.publications.isEmpty)
  }

  @Test func secondPushWritesNothing() throws {
    let world = World()
    try world.push(SamplePlan.version())
    let writes = world.writes
    try world.push(SamplePlan.version())
    #expect(world.writes == writes)
  }

  @Test func requestsAreAtMostThosePredicted() throws {
    let world = World()
    let before = world.count
    var run = try world.run(SamplePlan.version())
    let (state, plan) = try run.plan()
    let reads = world.count - before
    try run.execute(state, plan)
    #expect(world.count - before - reads <= run.requestCount(state, plan))
    #expect(world.count - before <= 17)
  }

  @Test func threeHundredEntitiesGoInOneWindowOfTheQuota() throws {
    let world = World()
    let version = SamplePlan.version(events: (0..<150).map { "event_\($0)" })
    try world.push(version)
    try world.expectNoDifference(version)
    #expect(world.elapsed == .zero)
    #expect(world.count <= 25)
  }

  @Test func moreThanAWindowHoldsWaitsForTheNext() throws {
    let world = World()
    world.change { $0.behaviour.hasBulk = false }
    let version = SamplePlan.version(events: (0..<20).map { "event_\($0)" })
    try world.push(version)
    try world.expectNoDifference(version)
    #expect(world.elapsed >= .seconds(100))
    // No request was refused for the quota: each was held back in time.
    #expect(world.count == world.requests.count)
  }

  @Test func refusedRequestOfManyIsSentOneByOneAndNamesWhatIsWrong() throws {
    let world = World()
    var version = SamplePlan.version()
    version.tags[1].parameters.append(.template("broken", "x"))
    version.tags[1].type = "cvt_unknown"
    let failure = #expect(throws: PushFailure.self) { try world.push(version) }
    #expect(failure?.message.contains("'Sample search'") == true)
    #expect(failure?.message.contains("Unknown entity type") == true)
  }

  @Test func templatesThatGoOneByOneLeaveTheRestTogether() throws {
    let world = World()
    world.change { $0.behaviour.bulkTakesTemplates = false }
    try world.push(SamplePlan.version())
    try world.expectNoDifference(SamplePlan.version())
    #expect(world.count <= 17)
  }

  @Test func missingPermissionToEditIsSaidAsThat() throws {
    let world = World()
    world.change { $0.behaviour.mayEdit = false }
    let failure = #expect(throws: PushFailure.self) { try world.push(SamplePlan.version()) }
    #expect(failure?.notes.contains { $0.contains("container permission 'Edit'") } == true)
  }

  @Test func nothingIsLeftBehindWhereWhatIsUsedCannotBeDeleted() throws {
    let world = World()
    world.change { $0.behaviour.deletesWhatIsUsed = false }
    try world.push(SamplePlan.version())
    try world.push(SamplePlan.version(events: []))
    try world.expectNoDifference(SamplePlan.version(events: []))
    #expect(world.workspace?.entities["trigger"].isEmpty == true)
  }

  @Test func changesRenamesAndRemovalsArrive() throws {
    let world = World()
    try world.push(SamplePlan.version())
    for version in [
      SamplePlan.version(value: "2"), SamplePlan.version(value: "2", constantName: "Pixel code"),
      SamplePlan.version(events: ["purchase", "sign_up"], value: "2", constantName: "Pixel code"),
      SamplePlan.version(events: []),
    ] {
      try world.push(version)
      try world.expectNoDifference(version)
    }
    #expect(world.violations.isEmpty)
  }

  @Test func entitiesOfOthersStayAsTheyAre() throws {
    let world = World()
    world.change { $0.publishForeign { $0.addForeign() } }
    let before = world.api.version(world.api.latest)?.entities
    try world.push(SamplePlan.version())
    try world.push(SamplePlan.version(events: ["purchase"]))
    let after = try #require(world.workspace)
    for kind in ["tag", "trigger", "variable"] {
      let foreign = before?.entity("2", kind)
      #expect(foreign != nil)
      #expect(after.entities.entity("2", kind) == foreign)
    }
  }

  @Test func entityOfAnotherWithThePlansNameIsNotReplacedUnasked() throws {
    let world = World()
    world.change { api in
      api.publishForeign { entities in
        entities.put(
          World.entity([
            "variableId": "50", "name": "Pixel", "type": "c", "parameter": [], "fingerprint": "1",
          ]), "variable")
      }
    }
    let failure = #expect(throws: PushFailure.self) { try world.push(SamplePlan.version()) }
    #expect(failure?.isFinding == true)
    #expect(failure?.message.contains("variable 'Pixel'") == true)
    #expect(world.writes == 0)
    try world.push(SamplePlan.version(), options: .overwriting)
    try world.expectNoDifference(SamplePlan.version())
  }

  @Test func valueOfASecretStaysWhereThePlanDoesNotKnowIt() throws {
    let world = World()
    try world.push(SamplePlan.version(token: "live-token-1"))
    try world.push(SamplePlan.version(value: "3"))
    #expect(world.text.contains("live-token-1"))
    #expect(!world.text.contains(SamplePlan.placeholder))
    try world.push(SamplePlan.version(value: "3", token: "live-token-2"))
    #expect(world.text.contains("live-token-2"))
    #expect(!world.journalTexts.contains { $0.contains("live-token") })
  }

  @Test func deletionOfForeignEntitiesHasToBeAskedFor() throws {
    let world = World()
    world.change { $0.publishForeign { $0.addForeign() } }
    var options = PushPlan.Options()
    options.deletesForeign = true
    try world.push(SamplePlan.version(), options: options)
    #expect(world.workspace?.entities.entity("2", "tag") == nil)
  }

  @Test func consumedWorkspaceIsReplacedByAnother() throws {
    let world = World()
    let version = SamplePlan.version()
    var run = try world.run(version)
    let (state, plan) = try run.plan()
    world.interfere(at: world.count + 4) { $0.submitForeign("Tagwright") }
    try run.execute(state, plan)
    let content = try #require(
      world.api.content(ofWorkspace: "Tagwright")
        ?? world.api.version(world.api.latest).map(world.api.json))
    try world.expectNoDifference(version, from: content)
  }

  @Test func fourthWorkspaceIsNamedAsWhatIsInTheWay() throws {
    let world = World()
    world.change { api in
      for number in 3...4 {
        api.workspaces.append(
          .init(id: number, name: "Somebody's \(number)", base: 1, entities: SimulatedEntities()))
      }
    }
    let failure = #expect(throws: PushFailure.self) { try world.push(SamplePlan.version()) }
    #expect(failure?.notes.contains { $0.contains("'Somebody's 4'") } == true)
  }

  @Test func newerLatestVersionIsTakenIn() throws {
    let world = World()
    try world.push(SamplePlan.version())
    world.change { $0.publishForeign { $0.addForeign() } }
    try world.push(SamplePlan.version(value: "5"))
    try world.expectNoDifference(SamplePlan.version(value: "5"))
    #expect(world.workspace?.entities.entity("2", "tag") != nil)
    #expect(world.workspace?.base == world.api.latest)
  }

  @Test func conflictInAnOwnedEntityStopsUnlessOverwritten() throws {
    let world = World()
    try world.push(SamplePlan.version())
    try world.publish(SamplePlan.version())
    try world.push(SamplePlan.version(value: "2"))
    world.change { api in
      api.publishForeign { entities in
        guard var pixel = entities["variable"].first(where: { $0["name"] == "Pixel" }) else {
          return
        }
        pixel["parameter"] = [["type": "template", "key": "value", "value": "theirs"]]
        pixel["fingerprint"] = "77"
        entities.put(pixel, "variable")
      }
    }
    #expect(throws: PushFailure.self) { try world.push(SamplePlan.version(value: "3")) }
    try world.push(SamplePlan.version(value: "3"), options: .overwriting)
    try world.expectNoDifference(SamplePlan.version(value: "3"))
  }

  @Test func nothingIsPublishedWhenAnotherVersionWentLive() throws {
    let world = World()
    try world.push(SamplePlan.version())
    var run = try world.run(SamplePlan.version())
    _ = try run.plan()
    let number = try #require(try run.makeVersion(named: "abc Sample", notes: ""))
    world.change { $0.publishForeign { _ in } }
    let live = world.api.live
    let failure = #expect(throws: PushFailure.self) { try run.publish(number) }
    #expect(failure?.isFinding == true)
    #expect(world.api.live == live)
  }

  @Test func undoBringsBackWhatWasBefore() throws {
    for mayDelete in [true, false] {
      let world = World()
      world.change { $0.behaviour.mayDeleteWorkspaces = mayDelete }
      let before = world.api.version(world.api.live)?.entities
      try world.push(SamplePlan.version())
      var run = try world.run(SamplePlan.version())
      _ = try run.undo()
      #expect(world.workspace.map { $0.entities == before } ?? true)
      #expect(world.workspace == nil || !mayDelete)
    }
  }

  @Test func undoInAUsedWorkspaceBringsBackThePushBefore() throws {
    let world = World()
    try world.push(SamplePlan.version())
    try world.push(SamplePlan.version(events: ["purchase", "sign_up"], value: "9"))
    var run = try world.run(SamplePlan.version())
    _ = try run.undo()
    try world.expectNoDifference(SamplePlan.version())
  }

  @Test func undoOfAPublishedPushMakesTheFormerVersionLiveAndLatest() throws {
    let world = World()
    let (live, latest) = (world.api.live, world.api.latest)
    try world.push(SamplePlan.version())
    try world.publish(SamplePlan.version())
    #expect(world.api.live != live)
    var run = try world.run(SamplePlan.version())
    _ = try run.undo()
    #expect(world.api.live == live)
    #expect(world.api.latest == latest)
  }
}

extension PushPlan.Options {
  static var overwriting: Self {
    var options = Self()
    options.overwrites = true
    return options
  }
}
