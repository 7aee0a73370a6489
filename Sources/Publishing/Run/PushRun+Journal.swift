import TagManager
import TagManagerClient

/// The notes that a push makes, so that it can be taken back.
extension PushRun {
  /// Notes what is about to be done, before anything is.
  ///
  /// A push that broke off is continued: what it had already changed is still to be taken back to the state of
  /// before it.
  mutating func begin(_ state: ContainerState, _ plan: PushPlan) throws(PushFailure) {
    let secrets = SecretTexts(order.planned, state)
    let touched = plan.changes.map { change in
      let old = change.present?.key(change.key.kind) ?? change.key
      // The API cannot revert a Google tag setting.
      let wasChanged = state.changed.contains(old) || change.key.kind == .gtagConfig
      return PushJournal.Push.Touched(
        key: change.key, isAdded: change.action == .add, wasChanged: wasChanged,
        before: wasChanged ? change.present.flatMap(secrets.harmless) : nil)
    }
    let workspace = state.workspace?.path
    if var last = journal.last, last.isBroken(in: workspace) {
      let known = Set(last.touched.map(\.key))
      last.touched += touched.filter { !known.contains($0.key) }
      // The workspace was not there when the push began.
      last.createdWorkspace = last.createdWorkspace || last.workspace == nil && workspace != nil
      last.workspace = workspace
      journal.last = last
    } else {
      journal.last = PushJournal.Push(state, touched: touched, owned: journal.owned)
    }
    journal.removed.formUnion(plan.changes.filter { $0.action == .remove }.map(\.key))
    journal.owned.formUnion(plan.changes.filter { $0.action != .remove }.map(\.key))
    try store.save(journal)
  }

  /// Notes that everything arrived.
  mutating func confirmed(_ state: ContainerState) throws(PushFailure) {
    journal.owned.formIntersection(order.planned.keys)
    journal.last?.isComplete = true
    if let touched = journal.last?.touched {
      let present = state.content.byKey
      journal.last?.touched = touched.map { entity in
        var entity = entity
        entity.fingerprint = present[entity.key]?.filled("fingerprint")
        return entity
      }
    }
    try store.save(journal)
  }
}

extension PushJournal.Push {
  /// A push that begins.
  init(_ state: ContainerState, touched: [Touched] = [], owned: Set<EntityKey>) {
    live = state.live
    latest = state.latest
    workspace = state.workspace?.path
    createdWorkspace = false
    self.touched = touched
    self.owned = owned
    isComplete = false
    versionName = nil
    version = nil
    isPublished = false
  }

  /// Whether the push broke off in this workspace, or before it had one.
  fileprivate func isBroken(in workspace: String?) -> Bool {
    !isComplete && version == nil && (self.workspace == nil || self.workspace == workspace)
  }
}
