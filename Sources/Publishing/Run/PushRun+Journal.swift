import TagManagerClient

/// What a push notes, so that it can be taken back.
extension PushRun {
  /// Notes what is about to be done, before anything is.
  mutating func begin(_ state: ContainerState, _ plan: PushPlan) throws(PushFailure) {
    let secrets = SecretTexts(order.planned, state)
    journal.last = PushJournal.Push(
      live: state.live, latest: state.latest, workspace: state.workspace?.path,
      createdWorkspace: false,
      touched: plan.changes.map { change in
        let old = change.present?.key(change.key.kind) ?? change.key
        let wasChanged = state.changed.contains(old)
        return PushJournal.Push.Touched(
          key: change.key, isAdded: change.action == .add, wasChanged: wasChanged,
          before: wasChanged ? change.present.flatMap(secrets.harmless) : nil)
      }, version: nil, isPublished: false)
    journal.owned.formUnion(plan.changes.filter { $0.action == .add }.map(\.key))
    try store.save(journal)
  }

  mutating func confirmed() throws(PushFailure) {
    let removed = (journal.last?.touched ?? []).map(\.key).filter { key in
      !order.planned.version.held(key.kind).contains { $0.key(key.kind) == key }
    }
    journal.owned.subtract(removed)
    try store.save(journal)
  }
}
