import Compiler
import Foundation
import JSONText
import TagManagerStandIn
import Tagwright
import TestSupport
import Testing

/// The whole command `push` against simulated containers, over HTTP: each push ends with what the plan says where it
/// owns, and leaves the rest alone.
@Suite struct LivePushTests {
  @Test func firstPushMakesTheContainersOfThePlan() throws {
    let site = try PushSite()
    let plan = PushSite.plan()
    let outcome = site.push(plan, "--yes")
    try site.expectEqual(plan)
    #expect(
      site.server.pushedValue("TikTok Access Token") == PushSite.secret)
    #expect(site.server.publications.isEmpty && site.web.publications.isEmpty)
    #expect(outcome.output.contains("Diff: "))
    #expect(outcome.output.contains("requests, at once\n"))
    #expect(outcome.output.contains("/containers/7002/workspaces/3\n"))
  }

  @Test func serverIsWrittenBeforeTheBrowsersHalf() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes")
    let writes = site.state.writes
    let first = try #require(writes.firstIndex { $0.contains("/7003/") })
    #expect(writes[..<first].allSatisfy { $0.contains("/7002/") } && first > 0)
    #expect(writes[first...].allSatisfy { $0.contains("/7003/") })
  }

  @Test func requestsAreNoMoreThanPredicted() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes")
    // Four read, one creates the workspace, one enables built-in variables, one creates templates, one the rest,
    // one reads back.
    #expect(site.state.requests.count { $0.contains("/7002/") } <= 8)
    let again = site.push(PushSite.plan(), expecting: .success)
    #expect(!site.hasWritten)
    #expect(site.state.requests.count == 6)
    #expect(again.output.contains("'GTM-ABC1234': nothing to push, workspace 'Tagwright' is as"))
  }

  @Test func changedRenamedAndRemovedEntitiesArrive() throws {
    let site = try PushSite { $0.publishForeign { $0.addForeign() } }
    for plan in [
      PushSite.plan(), PushSite.plan(pixelCode: "D8KU48BC77U7CO3SHUSG"),
      PushSite.plan(linker: "Conversion linker"), PushSite.plan(linker: nil),
    ] {
      site.push(plan, "--yes")
      try site.expectEqual(plan)
      site.expectForeignUntouched()
    }
    #expect(site.server.pushed("tag", "Linker") == nil)
    #expect(site.server.pushed("tag", "Conversion linker") == nil)
  }

  @Test func renamedTagKeepsItsID() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes")
    let id = site.server.pushed("tag", "Linker")?["tagId"]
    let outcome = site.push(PushSite.plan(linker: "Conversion linker"), "--yes")
    #expect(outcome.output.contains("1 to rename in workspace 'Tagwright'"))
    #expect(site.server.pushed("tag", "Conversion linker")?["tagId"] == id)
  }

  @Test func tagsThatSwapTheirNamesArrive() throws {
    func plan(_ names: [String]) -> Plan {
      Plan(serverContainers: [
        ServerContainer("Shop", publicID: "GTM-ABC1234") {
          GA4Client()
          for (name, isOn) in zip(names, [true, false]) {
            RawTag(
              name, type: "sgtmadscl", parameters: [.boolean("enableCookieOverrides", isOn)],
              firing: [.allEvents()])
          }
        }
      ])
    }
    let site = try PushSite()
    site.push(plan(["First", "Second"]), "--yes")
    let outcome = site.push(plan(["Second", "First"]), "--yes")
    #expect(outcome.output.contains("2 to change in workspace 'Tagwright'"), "\(outcome.output)")
    let again = site.push(plan(["Second", "First"]))
    #expect(!site.hasWritten && again.output.contains("nothing to push"))
  }

  @Test func freshCloneWithoutAJournalChangesWhatThePlanHasMade() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes", "--publish")
    try FileManager.default.removeItem(atPath: site.folder.at(".tagwright"))
    site.change { state in
      var entities = state.containers[0].versions[1].entities
      for kind in ["trigger", "folder"] {
        guard var entity = entities[kind].first else { continue }
        entity["notes"] = "older"
        if kind == "trigger" { entity["customEventFilter"] = nil }
        entities.put(entity, kind)
      }
      state.containers[0].versions[1].entities = entities
    }
    let outcome = site.push(PushSite.plan(linker: nil), "--yes")
    #expect(outcome.output.contains("1 to remove"))
    try site.expectEqual(PushSite.plan(linker: nil))
  }

  @Test func nothingIsWrittenWithoutConsent() throws {
    let site = try PushSite()
    let outcome = site.push(PushSite.plan(), expecting: .failure)
    #expect(outcome.output.contains("Diff: "))
    #expect(outcome.errors.contains("agree beforehand with '--yes'"))
    #expect(!site.hasWritten)
  }

  @Test func whatOthersMadeUnderThePlansNamesStopsUnlessOverwritten() throws {
    let site = try PushSite { api in
      api.publishForeign { entities in
        entities.put(
          PushSite.entity([
            "tagId": "50", "name": "Linker", "type": "html", "fingerprint": "1",
            "firingTriggerId": ["2147479574"],
          ]), "tag")
      }
    }
    let outcome = site.push(PushSite.plan(), "--yes", expecting: .finding)
    #expect(outcome.errors.contains("the plan would replace what it has not made: tag 'Linker'"))
    #expect(!site.hasWritten)
    site.push(PushSite.plan(), "--yes", "--overwrite")
    try site.expectEqual(PushSite.plan())
    #expect(site.server.pushed("tag", "Linker")?["tagId"] == "50")
  }

  @Test func whatOthersMadeIsDeletedOnlyWhereAskedFor() throws {
    let site = try PushSite { $0.publishForeign { $0.addForeign() } }
    site.push(PushSite.plan(), "--yes")
    site.expectForeignUntouched()
    site.push(PushSite.plan(), "--yes", "--delete")
    #expect(site.server.pushed("tag", "Theirs") == nil)
    try site.expectEqual(PushSite.plan())
  }

  @Test func conflictStopsUnlessOverwritten() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes", "--publish")
    site.push(PushSite.plan(pixelCode: "D8KU48BC77U7CO3SHUSG"), "--yes")
    site.change { state in
      state.containers[0].publishForeign { entities in
        guard var pixel = entities["variable"].first(where: { $0["name"] == "TikTok Pixel Code" })
        else { return }
        pixel["parameter"] = [["type": "template", "key": "value", "value": "theirs"]]
        pixel["fingerprint"] = "77"
        entities.put(pixel, "variable")
      }
    }
    let plan = PushSite.plan(pixelCode: "D8KU48BC77U7CO3SHUSG", linker: nil)
    for _ in 0..<2 {
      let outcome = site.push(plan, "--yes", expecting: .finding)
      #expect(outcome.errors.contains("another state of variable 'TikTok Pixel Code'"))
    }
    site.push(plan, "--yes", "--overwrite")
    try site.expectEqual(plan)
  }

  @Test func latestVersionThatIsNotLiveIsNamedAndNeverPublishedAlong() throws {
    let site = try PushSite { api in
      api.publishForeign { $0.addForeign() }
      api.live = 1
    }
    let outcome = site.push(PushSite.plan(), "--yes", "--publish", expecting: .finding)
    #expect(
      outcome.errors.contains("version 2 of 'GTM-ABC1234' is the latest, version 1 is live"))
    #expect(!site.hasWritten)
    site.push(PushSite.plan(), "--yes")
    try site.expectEqual(PushSite.plan())
    site.expectForeignUntouched()
  }

  @Test func workspaceThatBecomesAVersionInTheMiddleIsReplaced() throws {
    let site = try PushSite()
    for number in 9...12 {
      let site = try PushSite()
      site.change { state in
        state.interference[number] = { $0[0].submitForeign("Tagwright") }
      }
      site.push(PushSite.plan(), "--yes")
      try site.expectEqual(PushSite.plan())
    }
    #expect(!site.hasWritten)
  }

  @Test func fourthWorkspaceIsRefusedWithTheNamesOfTheOthers() throws {
    let site = try PushSite { api in
      for number in 3...4 {
        api.workspaces.append(
          .init(id: number, name: "Draft \(number)", base: 1, entities: SimulatedEntities()))
      }
    }
    let outcome = site.push(PushSite.plan(), "--yes", expecting: .failure)
    #expect(outcome.errors.contains("'Default Workspace', 'Draft 3', 'Draft 4'"))
    site.push(PushSite.plan(), "--yes", "--workspace", "Draft 3")
    #expect(site.server.workspaces.first { $0.id == 3 }?.entities["tag"].isEmpty == false)
  }

  @Test func secretThatNobodyKnowsIsWarnedOfAndNeverReleased() throws {
    let site = try PushSite()
    site.environment["TIKTOK_ACCESS_TOKEN"] = nil
    let outcome = site.push(PushSite.plan(), "--yes", "--version", expecting: .failure)
    #expect(outcome.errors.contains("the value of variable 'TikTok Access Token' is not known"))
    #expect(!site.hasWritten)
    #expect(site.push(PushSite.plan(), "--yes").errors.contains("gets a placeholder"))
  }

  @Test func valueInTheContainerStaysWhereTheEnvironmentHasNone() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes")
    site.environment["TIKTOK_ACCESS_TOKEN"] = nil
    site.push(PushSite.plan(pixelCode: "D8KU48BC77U7CO3SHUSG"), "--yes")
    #expect(site.server.pushedValue("TikTok Access Token") == PushSite.secret)
    site.environment["TIKTOK_ACCESS_TOKEN"] = "canary-another-one"
    let outcome = site.push(PushSite.plan(pixelCode: "D8KU48BC77U7CO3SHUSG"), "--yes")
    #expect(!outcome.output.contains("canary"))
    #expect(
      site.server.pushedValue("TikTok Access Token")
        == "canary-another-one")
  }

  @Test func environmentOfThePlanHasAContainerOfItsOwn() throws {
    let site = try PushSite { $0.behaviour.pageSize = 1 }
    site.change { $0.containers[1] = SimulatedAPI(publicID: "GTM-DEF5678", containerID: "7003") }
    func push(_ options: String...) -> Outcome {
      run(
        ["push", "--yes"] + options, variants: { TwoEnvironments.variants },
        environment: site.environment, workingDirectory: site.folder.path)
    }
    #expect(push().errors.contains("say which one is pushed with '--environment NAME'"))
    #expect(push("--environment", "staging").status == .success)
    #expect(site.server.pushed == nil && site.web.pushed?["tag"].isEmpty == false)
  }

  @Test func optionsThatMeanNothingTogetherAreRefused() throws {
    let site = try PushSite()
    for options in [("--undo", "--publish"), ("--undo", "--delete")] {
      let outcome = site.push(PushSite.plan(), options.0, options.1, expecting: .failure)
      #expect(outcome.errors == "error: '\(options.0)' and '\(options.1)' exclude each other\n")
    }
    #expect(site.state.requests.isEmpty)
  }
}
