import JSONText
import TagManager
import TagManagerClient

/// Makes changes in one workspace, and learns the ids that Tag Manager gives.
struct WorkspaceWriter {
  let api: TagManagerAPI
  let container: ContainerLocation
  let workspace: WorkspaceLocation
  private var translation: ReferenceTranslation

  init(
    api: TagManagerAPI, state: ContainerState, workspace: WorkspaceLocation, planned: JSONObject
  ) {
    self.api = api
    container = state.container
    self.workspace = workspace
    translation = ReferenceTranslation(
      from: planned, to: state.content, in: Self.containerID(state.container))
  }

  private static func containerID(_ container: ContainerLocation) -> String {
    container.json["containerId"]?.string ?? ""
  }

  /// Does one step.
  mutating func perform(
    _ step: WriteStep, _ session: inout APISession
  ) throws(WriteRefusal) {
    switch step {
    case .enable(let changes):
      _ = try session.write(api.enableBuiltIns(changes.compactMap(\.builtInType), in: workspace))
    case .disable(let changes):
      _ = try session.write(api.disableBuiltIns(changes.compactMap(\.builtInType), in: workspace))
    case .single(let change): try perform(change, &session)
    case .bulk(let changes): try perform(changes, &session)
    }
  }

  private mutating func perform(
    _ change: EntityChange, _ session: inout APISession
  ) throws(WriteRefusal) {
    guard let list = change.key.kind.list else { return }
    let answer: JSON
    switch change.action {
    case .add:
      answer = try session.write(
        api.create(.object(written(change)), in: list, of: workspace), of: change.key)
    case .update, .rename:
      answer = try session.write(
        api.update(
          .object(written(change)), id: change.id ?? "", fingerprint: change.fingerprint, in: list,
          of: workspace), of: change.key)
    case .remove:
      _ = try session.write(
        api.delete(id: change.id ?? "", named: change.key.name, in: list, of: workspace),
        of: change.key)
      return
    }
    guard let entity = answer.object else {
      throw .uncertain(
        FetchFailure(.uncertain, "the answer does not describe \(change.key.words)"))
    }
    learn(entity, change.key.kind)
  }

  private mutating func perform(
    _ changes: [EntityChange], _ session: inout APISession
  ) throws(WriteRefusal) {
    let before = translation.ids
    var entries: [JSON] = []
    for (index, change) in changes.enumerated() {
      let status =
        switch change.action {
        case .add: "added"
        case .update, .rename: "updated"
        case .remove: "deleted"
        }
      var entity = change.action == .remove ? JSONObject() : written(change)
      if let member = change.key.kind.list?.idMember {
        let id = change.id ?? "new_\(index + 1)"
        entity.members.insert(.init(member, .string(id)), at: 0)
        if change.action == .add { translation.ids[change.key] = id }
      }
      entries.append(
        .object(
          JSONObject([
            .init("changeStatus", .string(status)),
            .init(change.key.kind.rawValue, .object(entity)),
          ])))
    }
    let request = api.bulkUpdate(entries, in: workspace)
    do throws(WriteRefusal) {
      let answer = try session.write(request)
      for entity in answer["changes"]?.array ?? [] {
        if let (kind, object) = WorkspaceChanges.read(entity) { learn(object, kind) }
      }
    } catch {
      translation.ids = before
      guard case .bulk(let refusal, _) = error, let kind = changes.first?.key.kind,
        changes.allSatisfy({ $0.key.kind == kind })
      else { throw error }
      throw .bulk(refusal, of: kind)
    }
    let unknown = changes.first { change in
      change.action == .add && translation.ids[change.key]?.hasPrefix("new_") == true
    }
    if let unknown {
      throw .uncertain(FetchFailure(.uncertain, "the answer does not name \(unknown.key.words)"))
    }
  }

  /// The entity as it is sent: that of the plan in the container's ids, with what says which one it replaces.
  private func written(_ change: EntityChange) -> JSONObject {
    var entity = translation.translated(change.entity, change.key.kind)
    guard let present = change.present else { return entity }
    for member in ["accountId", "containerId", "workspaceId", "fingerprint"] {
      entity[member] = present[member]
    }
    return entity
  }

  private mutating func learn(_ entity: JSONObject, _ kind: EntityKind) {
    translation.ids[entity.key(kind)] = entity.id(kind)
    if kind == .customTemplate {
      translation.learnType(of: entity, in: Self.containerID(container))
    }
  }
}
