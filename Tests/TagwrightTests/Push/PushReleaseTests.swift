import Foundation
import JSONText
import TagManagerStandIn
import Tagwright
import TestSupport
import Testing

/// Versions, publishing, plans in files and taking back.
@Suite struct PushReleaseTests {
  @Test func versionIsMadeAndNothingPublished() throws {
    let site = try PushSite()
    let outcome = site.push(PushSite.plan(), "--yes", "--version")
    #expect(outcome.output.contains("'GTM-ABC1234': version 2 is ready\n"))
    #expect(site.server.latest == 2 && site.server.live == 1)
    #expect(site.server.publications.isEmpty)
    #expect(site.server.version(2)?.name == "SmallPlan")
    #expect(outcome.errors.contains("there is no commit to name the version by"))
  }

  @Test func versionIsNamedByTheCommit() throws {
    let repository = try HookedRepository()
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "Send leads to TikTok")
    let hash = try repository.answer("log", "-1", "--format=%h")
    let site = try PushSite()
    let outcome = run(
      ["push", "--yes", "--version"], plan: PushSite.plan(), environment: site.environment,
      workingDirectory: repository.at(""))
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(site.server.version(2)?.name == "\(hash) Send leads to TikTok")
    #expect(try repository.answer("status", "--porcelain") == "")
  }

  @Test func publishedVersionsAreThePlan() throws {
    let site = try PushSite()
    let outcome = site.push(PushSite.plan(), "--yes", "--publish")
    #expect(outcome.output.contains("'GTM-DEF5678': version 2 is live\n"))
    #expect(site.server.publications == [2] && site.web.publications == [2])
    #expect(site.state.requests.count <= 25)
    try site.expectEqual(PushSite.plan())
    let again = site.push(PushSite.plan(), "--yes", "--publish")
    #expect(again.output.contains("there is nothing to make a version of"))
    #expect(!site.hasWritten)
  }

  @Test func versionOfAnEarlierPushIsPublishedLater() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes", "--version")
    site.push(PushSite.plan(), "--yes", "--publish")
    #expect(site.server.live == 2 && site.web.live == 2)
    #expect(site.server.versions.count == 2)
  }

  @Test func environmentOfTagManagerPointsAtTheVersionAndBackAgain() throws {
    let site = try PushSite { $0.addEnvironment("Staging", at: 1) }
    let outcome = site.push(PushSite.plan(), "--yes", "--to-environment", "Staging")
    #expect(outcome.output.contains("'GTM-ABC1234': environment 'Staging' points at version 2\n"))
    #expect(site.server.version(ofEnvironment: "Staging") == "2")
    #expect(site.web.version(ofEnvironment: "Staging") == "2")
    #expect(site.server.publications.isEmpty && site.server.live == 1)
    #expect(!outcome.output.contains("preview-1") && !outcome.errors.contains("preview-1"))
    let again = site.push(PushSite.plan(), "--yes", "--to-environment", "Staging")
    #expect(again.output.contains("points at version 2"))
    #expect(!site.hasWritten)
    let undone = site.push(PushSite.plan(), "--undo", "--yes")
    #expect(undone.output.contains("environment 'Staging' points at version 1 again"))
    #expect(site.server.version(ofEnvironment: "Staging") == "1")
    #expect(site.web.version(ofEnvironment: "Staging") == "1")
  }

  @Test func environmentThatIsMissingStopsAPushBeforeItWrites() throws {
    let site = try PushSite {
      $0.addEnvironment("Live", type: "live", at: 1)
      $0.addEnvironment("Staging", at: 1)
    }
    for (name, words) in [
      ("Stagging", "'GTM-ABC1234' has no environment 'Stagging'"),
      ("Live", "the environment 'Live' is Tag Manager's own"),
    ] {
      let outcome = site.push(
        PushSite.plan(), "--yes", "--to-environment", name, expecting: .failure)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(!site.hasWritten)
    }
  }

  /// All that do not end the client, where `TAGWRIGHT_THOROUGH` is set.
  private static let faultsWhilePointing: [SimulatedTagManager.Fault] =
    TestRun.isThorough
    ? SimulatedTagManager.Fault.allCases.filter {
      ![.killsBefore, .killsAfter, .unauthorised].contains($0)
    } : [.dropsAfter]

  @Test(
    "an environment points at the version whatever becomes of the answer",
    arguments: faultsWhilePointing)
  func faultWhilePointing(fault: SimulatedTagManager.Fault) throws {
    let site = try PushSite { $0.addEnvironment("Staging", at: 1) }
    site.change { $0.faultsByPath["/environments/1"] = fault }
    let outcome = run(
      ["push", "--yes", "--to-environment", "Staging"], plan: PushSite.plan(),
      environment: site.environment, workingDirectory: site.folder.path)
    if outcome.status != .success {
      site.push(PushSite.plan(), "--yes", "--to-environment", "Staging")
    }
    #expect(site.server.version(ofEnvironment: "Staging") == "2")
    #expect(site.server.versions.count == 2)
    site.push(PushSite.plan(), "--undo", "--yes")
    #expect(site.server.version(ofEnvironment: "Staging") == "1")
  }

  @Test func nothingIsPublishedWhereAnotherVersionWentLiveMeanwhile() throws {
    let site = try PushSite()
    site.change { state in
      state.interference[19] = { containers in containers[0].publishForeign { _ in } }
    }
    let outcome = site.push(PushSite.plan(), "--yes", "--publish", expecting: .finding)
    #expect(outcome.errors.contains("is live, and the push was planned from version 1"))
    #expect(site.server.publications.isEmpty)
  }

  @Test func workspaceWithChangesOfOthersIsNotReleased() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes")
    site.change { state in
      guard let index = state.containers[0].workspaces.firstIndex(where: { $0.name == "Tagwright" })
      else { return }
      state.containers[0].workspaces[index].entities.addForeign()
    }
    let outcome = site.push(PushSite.plan(), "--yes", "--publish", expecting: .finding)
    #expect(outcome.errors.contains("what the plan has not made"))
    #expect(outcome.errors.contains("tag 'Theirs'"))
    #expect(!site.hasWritten)
  }

  @Test func removalsOfEarlierPushesAreReleased() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes", "--publish")
    site.push(PushSite.plan(linker: nil), "--yes")
    let plan = PushSite.plan(pixelCode: "D8KU48BC77U7CO3SHUSG", linker: nil)
    site.push(plan, "--yes")
    site.push(plan, "--yes", "--publish")
    #expect(site.server.live == 3)
    try site.expectEqual(plan)
  }

  // MARK: Plans in files

  @Test func keptPlanIsCarriedOutWhereNothingHasMoved() throws {
    let site = try PushSite()
    let file = site.folder.at("push.json")
    site.push(PushSite.plan(), "--out", file)
    #expect(!site.hasWritten)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!text.contains(PushSite.secret) && !text.contains(SimulatedTagManager.token))
    site.push(PushSite.plan(), "--plan", file, "--yes")
    try site.expectEqual(PushSite.plan())
  }

  @Test func keptPlanIsRefusedWhereThePlanOrTheContainerHasMoved() throws {
    let site = try PushSite()
    let file = site.folder.at("push.json")
    site.push(PushSite.plan(), "--yes")
    site.push(PushSite.plan(linker: nil), "--out", file)
    let changed = PushSite.plan(pixelCode: "D8KU48BC77U7CO3SHUSG", linker: nil)
    let outcome = site.push(changed, "--plan", file, "--yes", expecting: .finding)
    #expect(outcome.errors.contains("is out of date"))
    site.change { $0.containers[0].publishForeign { $0.addForeign() } }
    site.push(PushSite.plan(linker: nil), "--plan", file, "--yes", expecting: .finding)
    #expect(!site.hasWritten)
    try site.folder.write("{}", to: "push.json")
    let other = site.push(PushSite.plan(), "--plan", file, "--yes", expecting: .failure)
    #expect(other.errors.contains("is not a plan of 'push'"))
  }

  @Test func planningNeedsTheReadingScopeAlone() throws {
    let site = try PushSite()
    site.change { $0.scopes = ["tagmanager.readonly"] }
    site.push(PushSite.plan(), "--out", site.folder.at("push.json"))
    let outcome = site.push(PushSite.plan(), "--yes", expecting: .failure)
    #expect(
      outcome.errors.contains(
        "lacks the scope 'https://www.googleapis.com/auth/tagmanager.edit.containers'"))
  }

  @Test(arguments: [
    ("tagmanager.edit.containerversions", "--version"), ("tagmanager.publish", "--publish"),
  ])
  func missingScopeIsNamed(scope: String, option: String) throws {
    let site = try PushSite()
    site.change { $0.scopes.remove(scope) }
    let outcome = site.push(PushSite.plan(), "--yes", option, expecting: .failure)
    #expect(outcome.errors.contains("lacks the scope 'https://www.googleapis.com/auth/\(scope)'"))
    #expect(site.server.publications.isEmpty)
    // With the scope, the push goes on where it stopped.
    site.change { $0.scopes.insert(scope) }
    site.push(PushSite.plan(), "--yes", option)
    try site.expectEqual(PushSite.plan())
    #expect(site.server.versions.count == 2)
  }

  // MARK: Taking back

  @Test(arguments: [true, false])
  func undoneWorkspaceIsAsBefore(mayDelete: Bool) throws {
    let site = try PushSite {
      $0.publishForeign { $0.addForeign() }
      $0.behaviour.mayDeleteWorkspaces = mayDelete
    }
    let before = site.server.version(2)?.entities
    site.push(PushSite.plan(), "--yes")
    site.push(PushSite.plan(), "--undo", "--yes")
    #expect(site.server.pushed == nil || !mayDelete)
    #expect(site.server.pushed == nil || site.server.pushed == before)
    let nothing = site.push(PushSite.plan(), "--undo", "--yes")
    #expect(nothing.errors.hasSuffix("there is no push to take back\n"))
    site.push(PushSite.plan(), "--yes")
    try site.expectEqual(PushSite.plan())
  }

  @Test func undoneChangeBringsBackThePushBefore() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes")
    site.push(
      PushSite.plan(pixelCode: "D8KU48BC77U7CO3SHUSG", linker: "Conversion linker"), "--yes")
    site.push(PushSite.plan(), "--undo", "--yes")
    try site.expectEqual(PushSite.plan())
  }

  @Test func undonePublicationMakesTheFormerVersionsLive() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes", "--publish")
    let outcome = site.push(PushSite.plan(), "--undo", "--yes")
    #expect(outcome.output.contains("the last push has published version 2"))
    for container in [site.server, site.web] {
      #expect(container.live == 1 && container.latest == 1)
    }
  }

  @Test func undoLeavesWhatOthersHaveChangedSince() throws {
    let site = try PushSite()
    site.push(PushSite.plan(), "--yes")
    site.change { state in
      guard
        let index = state.containers[0].workspaces.firstIndex(where: { $0.name == "Tagwright" }),
        var tag = state.containers[0].workspaces[index].entities["tag"]
          .first(where: { $0["name"] == "Linker" })
      else { return }
      tag["paused"] = .bool(true)
      tag["fingerprint"] = "99"
      state.containers[0].workspaces[index].entities.put(tag, "tag")
    }
    let outcome = site.push(PushSite.plan(), "--undo", "--yes", expecting: .finding)
    #expect(outcome.errors.contains("tag 'Linker' has been changed since: it stays as it is"))
    #expect(site.server.pushed("tag", "Linker")?["paused"] == true)
    #expect(site.server.pushed("tag", "GA4") == nil)
  }
}
