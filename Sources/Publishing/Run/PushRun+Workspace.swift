import JSONText
import TagManagerClient

/// The workspace that a push writes into.
extension PushRun {
  /// The workspace, created where there is none.
  mutating func openWorkspace(
    _ state: inout ContainerState
  ) throws(WriteRefusal) -> WorkspaceLocation {
    if let workspace = state.workspace {
      try bringUpToDate(workspace, &state)
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
  private mutating func bringUpToDate(
    _ workspace: WorkspaceLocation, _ state: inout ContainerState
  ) throws(WriteRefusal) {
    guard journal.workspace?.path != workspace.path || journal.workspace?.base != state.latest
    else { return }
    _ = try session.write(api.sync(workspace))
    state = try readAgain()
    for conflict in state.conflicts {
      _ = try session.write(
        api.resolveConflict(
          conflict.inVersion ?? conflict.inWorkspace, fingerprint: conflict.fingerprint,
          in: workspace))
    }
    try opened(workspace, base: state.latest, created: false)
    if !state.conflicts.isEmpty { state = try readAgain() }
  }

  private mutating func readAgain() throws(WriteRefusal) -> ContainerState {
    do throws(PushFailure) { return try read() } catch { throw .failed(error) }
  }

  private mutating func opened(
    _ workspace: WorkspaceLocation, base: String?, created: Bool
  ) throws(WriteRefusal) {
    journal.workspace = PushJournal.Workspace(path: workspace.path, base: base)
    journal.last?.workspace = workspace.path
    if created { journal.last?.createdWorkspace = true }
    do throws(PushFailure) { try store.save(journal) } catch { throw .failed(error) }
  }
}
