import JSONText
import TagManager
package import TagManagerClient

/// One push: reads a container, plans, writes what was agreed to, and confirms by reading back.
///
/// Each round reads anew and plans what is left, so that an answer that got lost, a process that was killed and a
/// request that did half of its work all end in the same state.
package struct PushRun {
  /// The subject of a push, and what it may do.
  package struct Order: Sendable {
    /// The plan's container.
    package let planned: PlannedContainer
    /// The container's public id, such as `GTM-ABC1234`.
    package let publicID: String
    /// The workspace that is written into.
    package let workspaceName: String
    /// The words in the notes of everything that the plan makes.
    package let mark: String
    /// The further changes that are allowed.
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

  /// The number of successive rounds that may leave no fewer changes.
  private static let fruitlessLimit = 4

  let order: Order
  let api: TagManagerAPI
  var session: APISession
  let store: JournalStore
  let report: (String) -> Void
  var journal: PushJournal
  /// The container as it was read last.
  var state: ContainerState?
  /// The version that was live when the push was planned.
  var plannedLive: String?
  /// The fingerprint of the version that was made.
  var fingerprint: String?
  var bulk = WriteStep.Bulk.everything

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
    try recogniseVersion(in: state)
    plannedLive = state.live
    return (state, try plan(for: state))
  }

  mutating func read() throws(PushFailure) -> ContainerState {
    do throws(FetchFailure) {
      let state = try reader.read(&session, known: journal.workspace)
      session.hide(SecretTexts(order.planned, state).values)
      self.state = state
      return state
    } catch {
      throw PushFailure(error)
    }
  }

  var reader: ContainerReader {
    ContainerReader(api: api, publicID: order.publicID, workspaceName: order.workspaceName)
  }

  /// Reads back what a workspace holds: in one request where the version is known that it starts from.
  private mutating func readBack(
    _ state: ContainerState
  ) throws(PushFailure) -> ContainerState {
    guard let workspace = state.workspace, let base = state.base else { return try read() }
    do throws(FetchFailure) {
      let status = try session.get(api.status(of: workspace)).json
      let state = state.with(workspace, base: base, status: status)
      self.state = state
      return state
    } catch {
      throw PushFailure(error)
    }
  }

  func plan(for state: ContainerState) throws(PushFailure) -> PushPlan {
    do throws(ContainerFileError) {
      return try PushPlan(
        order.planned, into: state,
        ownership: ownership(of: state), options: order.options,
        label: state.workspace == nil
          ? "'\(order.publicID)'" : "workspace '\(order.workspaceName)' of '\(order.publicID)'")
    } catch {
      throw PushFailure(error)
    }
  }

  private func ownership(of state: ContainerState) -> Ownership {
    Ownership(mark: order.mark, journal: journal.owned, in: state.content)
  }

  /// Returns the obstacle to carrying out a plan.
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
    return conflict(state)
  }

  /// Returns the conflict that keeps the workspace from being brought up to date.
  func conflict(_ state: ContainerState) -> PushFailure? {
    let owned = order.planned.keys.intersection(state.conflicts.map(\.key))
    guard !order.options.overwrites, !owned.isEmpty else { return nil }
    let words = Self.words(state.conflicts.map(\.key).filter(owned.contains))
    return PushFailure(
      "somebody has published another state of \(words) since the workspace was made",
      notes: ["'--overwrite' puts the plan's state in its place"], isFinding: true)
  }

  /// Returns the other entities that the workspace changes: a version of it would hold them, too.
  package func othersChanges(_ state: ContainerState) -> [EntityKey] {
    let ownership = ownership(of: state)
    let planned = order.planned.keys
    return state.changed.filter { key in
      !planned.contains(key) && !journal.removed.contains(key)
        && state.entity(key).map { !ownership.owns($0, key.kind) } ?? true
    }.sorted { $0.words < $1.words }
  }

  /// The first entities in words.
  package static func words(_ keys: [EntityKey]) -> String {
    let shown = keys.prefix(5).map(\.words).joined(separator: ", ")
    return keys.count > 5 ? "\(shown) and \(keys.count - 5) more" : shown
  }

  /// Counts the requests that a plan takes, where nothing is refused: those that write, and those
  /// that read back.
  package func requestCount(_ state: ContainerState, _ plan: PushPlan) -> Int {
    guard !plan.isEmpty else { return 0 }
    let writes = WriteStep.steps(for: plan.changes, bulk: bulk).count
    if state.workspace == nil { return 1 + writes + 1 }
    // A workspace that may be behind is brought up to date first.
    return state.base == nil ? 1 + Self.readLimit + writes + 1 : writes + 1
  }

  /// The number of requests that reading takes at most, with one version and one page of
  /// workspaces.
  private static let readLimit = 6

  /// The address at which people see the workspace in Tag Manager; `nil` where there is none.
  package var workspaceURL: String? {
    state?.workspace.map { workspace in
      let parts = workspace.path.split(separator: "/")
      return "https://tagmanager.google.com/#/container/\(parts.joined(separator: "/"))"
    }
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
        let workspace = try openWorkspace(&state, &plan, agreed)
        var writer = WorkspaceWriter(
          api: api, state: state, workspace: workspace, planned: order.planned.version)
        for step in WriteStep.steps(for: plan.changes, bulk: bulk) {
          try writer.perform(step, &session)
        }
        state = try again { run throws(PushFailure) in try run.readBack(state) }
      } catch {
        isClean = false
        trouble = try handle(error)
        state = try read()
      }
      plan = try self.plan(for: state)
      guard !plan.isEmpty else { return try confirmed(state) }
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

  /// Adapts the push to a refused step and returns the failure; throws where going on is pointless.
  private mutating func handle(
    _ refusal: WriteRefusal
  ) throws(PushFailure) -> PushFailure {
    switch refusal {
    case .uncertain(let failure):
      report("\(failure.message): reading what is there")
      return PushFailure(failure)
    case .submitted:
      report("the workspace has become a version meanwhile: going on in another")
      journal.leaveWorkspace()
      try store.save(journal)
      return PushFailure(
        "the workspace becomes a version again and again",
        notes: ["somebody else submits it: name another with '--workspace'"])
    case .bulk(let refusal, let kind):
      report("several entities at once were refused: sending them one by one")
      bulk = kind == .customTemplate ? .withoutTemplates : .nothing
      return PushFailure(refusal.failure(asking: "writing several entities at once"))
    case .changedMeanwhile(let key):
      throw PushFailure(
        "somebody else has changed \(key.words) meanwhile",
        notes: ["run the push again to see how it differs now"], isFinding: true)
    case .failed(let failure): throw failure
    }
  }

  /// Checks that the changes left are those that were agreed to.
  func check(_ plan: PushPlan, against agreed: PushPlan) throws(PushFailure) {
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
