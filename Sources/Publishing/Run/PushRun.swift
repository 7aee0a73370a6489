import JSONText
package import TagManagerClient
import TagManager

/// One push: reads a container, plans, writes what was agreed to, and confirms by reading back.
///
/// Each round reads anew and plans what is left, so that an answer that got lost, a process that was killed and a
/// request that did half of its work all end in the same state.
package struct PushRun {
  /// What a push is about, and what it may do.
  package struct Order: Sendable {
    /// The plan's container.
    package let planned: PlannedContainer
    /// The container's public id, such as `GTM-ABC1234`.
    package let publicID: String
    /// The workspace that is written into.
    package let workspaceName: String
    /// The words in the notes of everything that the plan makes.
    package let mark: String
    /// What may be done beside.
    package let options: PushPlan.Options

    package init(
      planned: PlannedContainer, publicID: String, workspaceName: String, mark: String,
      options: PushPlan.Options = PushPlan.Options()
    ) {
      self.planned = planned
      self.publicID = publicID
      self.workspaceName = workspaceName
      self.mark = mark
      self.options = options
    }
  }

  /// How many rounds may follow each other without a change being left less.
  private static let fruitlessLimit = 4

  let order: Order
  let api: TagManagerAPI
  var session: APISession
  let store: JournalStore
  let report: (String) -> Void
  var journal: PushJournal
  var usesBulk = true

  /// Nothing is asked for yet.
  ///
  /// - Parameters:
  ///   - store: where the journal is kept.
  ///   - report: called with each step in words.
  package init(
    _ order: Order, api: TagManagerAPI, session: APISession, store: JournalStore,
    report: @escaping (String) -> Void = { _ in }
  ) throws(PushFailure) {
    self.order = order
    self.api = api
    self.session = session
    self.store = store
    self.report = report
    journal = try store.load()
  }

  // MARK: Reading and planning

  /// Reads the container and plans what to do.
  package mutating func plan() throws(PushFailure) -> (state: ContainerState, plan: PushPlan) {
    let state = try read()
    return (state, try plan(for: state))
  }

  mutating func read() throws(PushFailure) -> ContainerState {
    let reader = ContainerReader(
      api: api, publicID: order.publicID, workspaceName: order.workspaceName)
    let base = journal.workspace.map { (workspace: $0.path, version: $0.base) }
    do throws(FetchFailure) {
      return try reader.read(&session, base: base)
    } catch {
      throw PushFailure(error)
    }
  }

  func plan(for state: ContainerState) throws(PushFailure) -> PushPlan {
    do throws(ContainerFileError) {
      return try PushPlan(
        order.planned, into: state,
        ownership: Ownership(mark: order.mark, journal: journal.owned), options: order.options,
        label: state.workspace == nil
          ? "'\(order.publicID)'" : "workspace '\(order.workspaceName)' of '\(order.publicID)'")
    } catch {
      throw PushFailure(error)
    }
  }

  /// What keeps a plan from being carried out.
  package func obstacle(_ state: ContainerState, _ plan: PushPlan) -> PushFailure? {
    if let context = state.container.json["usageContext"]?.array?.first?.string,
      let planned = order.planned.file.usageContext, context.uppercased() != planned
    {
      return PushFailure(
        "'\(order.publicID)' is a \(context) container, and the plan's is a \(planned.lowercased()) container",
        notes: ["check the plan's 'publicID:'"])
    }
    guard !order.options.overwrites else { return nil }
    if !plan.foreign.isEmpty {
      return PushFailure(
        "the plan would replace what it has not made: \(Self.words(plan.foreign))",
        notes: ["rename it there or in the plan, or take it over with '--overwrite'"],
        isFinding: true)
    }
    let owned = state.conflicts.map(\.key).filter { key in
      order.planned.version.held(key.kind).contains { $0.key(key.kind) == key }
    }
    if !owned.isEmpty {
      return PushFailure(
        "somebody has published another state of \(Self.words(owned)) since the workspace was made",
        notes: ["'--overwrite' puts the plan's state in its place"], isFinding: true)
    }
    return nil
  }

  static func words(_ keys: [EntityKey]) -> String {
    let shown = keys.prefix(5).map(\.words).joined(separator: ", ")
    return keys.count > 5 ? "\(shown) and \(keys.count - 5) more" : shown
  }

  /// How many requests a plan takes: those that write, and those that read back.
  package func requestCount(_ state: ContainerState, _ plan: PushPlan) -> Int {
    guard !plan.isEmpty else { return 0 }
    let writes = WriteStep.steps(for: plan.changes, bulk: usesBulk).count
    let readBack = 5 + (state.latest == state.live ? 0 : 1)
    return writes + readBack + (state.workspace == nil ? 1 : 0)
  }

  // MARK: Writing

  /// Carries a plan out, and confirms it by reading back.
  ///
  /// - Parameters:
  ///   - state: what the plan was made from.
  ///   - agreed: the plan that was agreed to: nothing else is ever written.
  package mutating func execute(
    _ state: ContainerState, _ agreed: PushPlan
  ) throws(PushFailure) {
    if let obstacle = obstacle(state, agreed) { throw obstacle }
    try begin(state, agreed)
    var (state, plan) = (state, agreed)
    var fruitless = 0
    while true {
      let left = plan.changes.count
      var isClean = true
      var trouble: PushFailure?
      do throws(WriteRefusal) {
        let workspace = try openWorkspace(&state)
        var writer = WorkspaceWriter(
          api: api, state: state, workspace: workspace, planned: order.planned.version)
        for step in WriteStep.steps(for: plan.changes, bulk: usesBulk) {
          try writer.perform(step, &session)
        }
      } catch {
        isClean = false
        trouble = try handle(error)
      }
      state = try read()
      plan = try self.plan(for: state)
      guard !plan.isEmpty else { return try confirmed() }
      if isClean {
        throw PushFailure(
          "Tag Manager stored something else than was sent: \(Self.words(plan.changes.map(\.key)))",
          notes: ["'tagwright diff --workspace \"\(order.workspaceName)\"' shows how they differ"],
          isFinding: true)
      }
      try check(plan, against: agreed)
      fruitless = plan.changes.count < left ? 0 : fruitless + 1
      guard fruitless < Self.fruitlessLimit else {
        throw trouble
          ?? PushFailure("the changes do not arrive", notes: ["run the push again later"])
      }
    }
  }

  /// What a refused step means for the rest; throws where going on is pointless.
  private mutating func handle(
    _ refusal: WriteRefusal
  ) throws(PushFailure) -> PushFailure {
    switch refusal {
    case .uncertain(let failure):
      report("\(failure.message): reading what is there")
      return PushFailure(failure)
    case .submitted:
      report("the workspace has become a version meanwhile: going on in another")
      journal.workspace = nil
      try store.save(journal)
      return PushFailure(
        "the workspace becomes a version again and again",
        notes: ["somebody else submits it: name another with '--workspace'"])
    case .bulk(let refusal):
      report("several entities at once were refused: sending them one by one")
      usesBulk = false
      return PushFailure(refusal.failure(asking: "writing several entities at once"))
    case .changedMeanwhile(let key):
      throw PushFailure(
        "somebody else has changed \(key.words) meanwhile",
        notes: ["run the push again to see how it differs now"], isFinding: true)
    case .failed(let failure): throw failure
    }
  }

  /// What is left has to be what was agreed to.
  private func check(_ plan: PushPlan, against agreed: PushPlan) throws(PushFailure) {
    let known = Dictionary(
      agreed.changes.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let unknown = plan.changes.filter { known[$0.key] == nil }.map(\.key)
    guard unknown.isEmpty else {
      throw PushFailure(
        "somebody else has changed \(Self.words(unknown)) meanwhile",
        notes: ["run the push again to see how it differs now"], isFinding: true)
    }
  }
}
