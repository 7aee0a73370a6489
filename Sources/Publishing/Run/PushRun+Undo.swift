import JSONText
import TagManager
import TagManagerClient

/// Taking the last push back.
extension PushRun {
  /// A sentence about the last push, from the journal; `nil` where there is nothing to take back.
  package var lastPush: String? {
    guard let last = journal.last else { return nil }
    if let version = last.version {
      return last.isPublished
        ? "the last push has published version \(version)"
        : "the last push has made version \(version)"
    }
    return
      "the last push has changed \(last.touched.count) entities of workspace '\(journal.workspace?.name ?? order.workspaceName)'"
  }

  /// Takes the last push back: the live version is the one of before where the push published, and what it changed
  /// in a workspace is as before otherwise.
  ///
  /// - Returns: what was done, in sentences; and what could not be, as notes.
  package mutating func undo() throws(PushFailure) -> (done: [String], left: [String]) {
    let state = try read()
    try recogniseVersion(in: state)
    guard let last = journal.last else { return ([], []) }
    var done: [String] = []
    var left: [String] = []
    do throws(WriteRefusal) {
      if last.version != nil {
        done += try takeBackVersion(last, state)
      } else if let workspace = state.workspace, workspace.path == last.workspace {
        (done, left) = try takeBack(last, in: workspace, state)
      } else {
        done = ["the workspace of the last push is gone: nothing is left to take back"]
      }
    } catch {
      throw Self.failure(error)
    }
    journal.owned = last.owned
    journal.removed.subtract(last.touched.map(\.key))
    journal.last = nil
    try store.save(journal)
    return (done, left)
  }

  private mutating func takeBackVersion(
    _ last: PushJournal.Push, _ state: ContainerState
  ) throws(WriteRefusal) -> [String] {
    var done: [String] = []
    do throws(PushFailure) {
      done += [try takeBackEnvironment(last, state.container)].compactMap(\.self)
    } catch {
      throw .failed(error)
    }
    if last.isPublished, state.live == last.version {
      guard let live = last.live else {
        throw .failed(
          PushFailure("no version was live before version \(last.version ?? "")"))
      }
      _ = try session.write(
        api.publish(live, fingerprint: nil, of: state.container), needing: .publish)
      done.append("version \(live) is live again")
    }
    if let latest = last.latest, state.latest == last.version {
      _ = try session.write(api.setLatest(latest, of: state.container))
      done.append("new workspaces start from version \(latest) again")
    }
    return done.isEmpty ? ["others have published since: nothing is left to take back"] : done
  }

  /// Deletes a workspace that the push created and nobody else used, where the credential may; else takes back
  /// entity by entity.
  private mutating func takeBack(
    _ last: PushJournal.Push, in workspace: WorkspaceLocation, _ state: ContainerState
  ) throws(WriteRefusal) -> (done: [String], left: [String]) {
    let touched = Set(last.touched.map(\.key))
    if last.createdWorkspace, state.changed.isSubset(of: touched) {
      do throws(WriteRefusal) {
        _ = try session.write(api.delete(workspace), needing: .deleteContainers)
        journal.leaveWorkspace()
        return (["workspace '\(workspace.name)' is deleted"], [])
      } catch .failed {
        report("the credential may not delete workspaces: taking back entity by entity")
      }
    }
    var count = 0
    var left: [String] = []
    // What was created goes before what it refers to; what comes back, after it.
    let added = last.touched.filter(\.isAdded).reversed()
    var translation = ReferenceTranslation(
      from: last.contentBefore(state), to: state.content,
      in: state.container.json["containerId"]?.string ?? "")
    for entity in added + last.touched.filter({ !$0.isAdded }).sorted(by: Self.isBefore) {
      if let fingerprint = entity.fingerprint,
        state.entity(entity.key)?.filled("fingerprint") != fingerprint
      {
        left.append("\(entity.key.words) has been changed since: it stays as it is")
      } else if try takeBack(entity, in: workspace, state, &translation) {
        count += 1
      } else if entity.wasChanged, entity.before == nil {
        left.append(
          "\(entity.key.words) held a secret before, which is kept nowhere: set it by hand")
      }
    }
    return (["\(count) entities of workspace '\(workspace.name)' are as before"], left)
  }

  private static func isBefore(
    _ left: PushJournal.Push.Touched, _ right: PushJournal.Push.Touched
  ) -> Bool {
    let kinds = EntityKind.writable
    return (kinds.firstIndex(of: left.key.kind) ?? 0) < (kinds.firstIndex(of: right.key.kind) ?? 0)
  }

  /// Whether the entity was taken back.
  private mutating func takeBack(
    _ entity: PushJournal.Push.Touched, in workspace: WorkspaceLocation, _ state: ContainerState,
    _ translation: inout ReferenceTranslation
  ) throws(WriteRefusal) -> Bool {
    guard let list = entity.key.kind.list else { return false }
    let present = state.entity(entity.key)
    let before = entity.before?.object
    let id = present?.id(entity.key.kind) ?? before?.id(entity.key.kind)
    if entity.key.kind == .builtInVariable {
      let isOn = present != nil
      guard isOn == entity.isAdded,
        let builtIn = BuiltInVariableType.named(
          entity.key.name, in: order.planned.file.usageContext == "SERVER" ? .server : .web)
      else { return false }
      let type = Form.apiWord(fromExport: builtIn.rawValue)
      let request =
        isOn
        ? api.disableBuiltIns([type], in: workspace)
        : api.enableBuiltIns([type], in: workspace)
      _ = try session.write(request)
      return true
    }
    guard entity.wasChanged || entity.isAdded else {
      guard let id = id ?? state.deletedIDs[entity.key] else { return false }
      _ = try session.write(
        api.revert(id: id, named: entity.key.name, in: list, of: workspace), of: entity.key)
      return true
    }
    if entity.isAdded {
      guard let id else { return false }
      _ = try session.write(
        api.delete(id: id, named: entity.key.name, in: list, of: workspace), of: entity.key)
      return true
    }
    guard let before else { return false }
    let written = JSON.object(translation.translated(before, entity.key.kind))
    if let present {
      _ = try session.write(
        api.update(
          written, id: present.id(entity.key.kind) ?? "",
          fingerprint: present.filled("fingerprint"), in: list, of: workspace), of: entity.key)
    } else {
      // What is created anew gets another id than it had.
      let answer = try session.write(api.create(written, in: list, of: workspace), of: entity.key)
      translation.ids[entity.key] = answer.object?.id(entity.key.kind)
    }
    return true
  }
}

extension PushJournal.Push {
  /// The content of the workspace with the states of before beside it: what ids meant then.
  fileprivate func contentBefore(_ state: ContainerState) -> JSONObject {
    var content = state.content
    for entity in touched {
      guard let before = entity.before else { continue }
      let kind = entity.key.kind.rawValue
      content[kind] = .array((content[kind]?.array ?? []) + [before])
    }
    return content
  }
}
