import JSONText
import TagManagerClient

/// The workspace that a push writes into.
extension PushRun {
  /// The workspace, created where there is none.
  ///
  /// - Parameters:
  ///   - state: becomes that of the workspace.
  ///   - plan: becomes what is left to do where the workspace was behind.
  ///   - agreed: the plan that was agreed to.
  mutating func openWorkspace(
    _ state: inout ContainerState, _ plan: inout PushPlan, _ agreed: PushPlan
  ) throws(WriteRefusal) -> WorkspaceLocation {
    if let workspace = state.workspace {
      guard journal.workspace?.path != workspace.path || journal.workspace?.base != state.latest
      else { return workspace }
      try bringUpToDate(workspace, &state)
      let upToDate = state
      plan = try again { run throws(PushFailure) in
        let plan = try run.plan(for: upToDate)
        try run.check(plan, against: agreed)
        return plan
      }
      return workspace
    }
    let request = api.createWorkspace(
      order.workspaceName, description: "Made by Tagwright", in: state.container)
    let json: JSON
    do throws(WriteRefusal) {
      json = try session.write(request)
    } catch .failed(let failure) {
      throw .failed(explained(failure, state))
    }
    guard let workspace = WorkspaceLocation(json, in: state.container) else {
      throw .uncertain(FetchFailure(.uncertain, "the answer does not describe a workspace"))
    }
    try opened(workspace, base: state.latest, created: true)
    if let base = state.base { state = state.with(workspace, base: base, status: nil) }
    return workspace
  }

  /// The failure of creating a workspace where there may be too many.
  private func explained(_ failure: PushFailure, _ state: ContainerState) -> PushFailure {
    let names = state.workspaces.map { "'\(ServerText.shown($0.name))'" }
    guard names.count >= 3 else { return failure }
    return PushFailure(
      failure.message,
      notes: failure.notes + [
        "a free container has 3 workspaces at most, and these are there: \(names.joined(separator: ", "))",
        "write into one of them with '--workspace NAME', or delete one in Tag Manager",
      ])
  }

  /// Takes in what others have published since the workspace was made, and settles what differs: the plan's own
  /// is written anew afterwards, all else becomes what was published.
  mutating func bringUpToDate(
    _ workspace: WorkspaceLocation, _ state: inout ContainerState
  ) throws(WriteRefusal) {
    _ = try session.write(api.sync(workspace))
    try opened(workspace, base: state.latest, created: false)
    state = try again { run throws(PushFailure) in try run.read() }
    if let conflict = conflict(state) { throw .failed(conflict) }
    guard !state.conflicts.isEmpty else { return }
    for conflict in state.conflicts {
      _ = try session.write(
        api.resolveConflict(
          conflict.inVersion ?? conflict.inWorkspace, fingerprint: conflict.fingerprint,
          in: workspace))
    }
    state = try again { run throws(PushFailure) in try run.read() }
  }

  /// Does what only reads, in the middle of writing.
  mutating func again<Value>(
    _ body: (inout PushRun) throws(PushFailure) -> Value
  ) throws(WriteRefusal) -> Value {
    do throws(PushFailure) { return try body(&self) } catch { throw .failed(error) }
  }

  private mutating func opened(
    _ workspace: WorkspaceLocation, base: String?, created: Bool
  ) throws(WriteRefusal) {
    journal.workspace = PushJournal.Workspace(
      path: workspace.path, name: workspace.name, base: base)
    journal.last?.workspace = workspace.path
    if created { journal.last?.createdWorkspace = true }
    do throws(PushFailure) { try store.save(journal) } catch { throw .failed(error) }
  }
}
