import ContainerDiff
import Publishing
import TagManagerClient

/// A push into one container, planned and then carried out.
struct PlannedPush {
  let publicID: String
  let planned: PlannedContainer
  let state: ContainerState
  let plan: PushPlan
  private(set) var run: PushRun
  /// The version that was made; `nil` where there was nothing to make one of.
  private var version: String?

  /// Reads the container and plans.
  init(
    _ run: PushRun, _ publicID: String, _ planned: PlannedContainer
  ) throws(PushFailure) {
    var run = run
    (state, plan) = try run.plan()
    self.run = run
    self.publicID = publicID
    self.planned = planned
  }

  /// The number of requests that writing takes.
  var requestCount: Int { run.requestCount(state, plan) }

  /// Prints what the push would do.
  func show(on console: Console) {
    if state.latest != state.live {
      console.report(
        "note: version \(state.latest ?? "none") of '\(publicID)' is the latest, version \(state.live ?? "none") is live: the workspace starts from the latest"
      )
    }
    for key in plan.missingSecrets {
      console.report(
        "warning: the value of \(key.words) is known neither here nor there: '\(publicID)' gets a placeholder"
      )
    }
    let others = run.othersChanges(state)
    if !others.isEmpty {
      console.report(
        "note: the workspace also holds what the plan has not made: \(PushRun.words(others))")
    }
    guard !plan.isEmpty else {
      console.print("'\(publicID)': nothing to push, \(place) is as the plan says")
      return
    }
    console.print(plan.diff.text(style: console.outputStyle))
    let counts = ["add", "change", "rename", "remove"].compactMap { word -> String? in
      let count = plan.changes.count { $0.action.word == word }
      return count == 0 ? nil : "\(count) to \(word)"
    }
    console.print("'\(publicID)': \(counts.joined(separator: ", ")) in \(place)")
  }

  private var place: String {
    state.workspace.map { "workspace '\($0.name)'" }
      ?? (plan.isEmpty ? "the latest version" : "a new workspace")
  }

  /// Writes, and reads back.
  mutating func write(on console: Console) throws(PushFailure) {
    guard !plan.isEmpty else { return }
    try run.execute(state, plan)
    console.print(
      "'\(publicID)': \(plan.changes.count) entities written and read back\(run.workspaceURL.map { ": \($0)" } ?? "")"
    )
  }

  /// Makes a version of the workspace.
  mutating func makeVersion(
    named name: String, notes: String, on console: Console
  ) throws(PushFailure) {
    version = try run.makeVersion(named: name, notes: notes)
    console.print(
      version.map { "'\(publicID)': version \($0) is ready" }
        ?? "'\(publicID)': there is nothing to make a version of")
  }

  /// Looks for an environment of Tag Manager.
  mutating func find(environment: String) throws(PushFailure) {
    try run.findEnvironment(environment)
  }

  /// Points an environment of Tag Manager at the version, or at the latest one where there was nothing to make one of.
  mutating func point(environment: String, on console: Console) throws(PushFailure) {
    guard let number = version ?? state.latest else { return }
    try run.point(environment: environment, at: number)
    console.print("'\(publicID)': environment '\(environment)' points at version \(number)")
  }

  /// Publishes the version.
  mutating func publish(on console: Console) throws(PushFailure) {
    guard let version else { return }
    try run.publish(version)
    console.print("'\(publicID)': version \(version) is live")
  }
}
