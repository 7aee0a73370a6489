import ContainerDiff
import Foundation
import JSONText
import Publishing
import TagManager
import TagManagerClient
import TagManagerStandIn
import TestSupport
import Testing

/// A simulated container, and the journal of the pushes into it.
final class World {
  let transport: SimulatedTransport
  private var journal: JSON?
  private(set) var journalTexts: [String] = []
  private let time = Locked(Duration.zero)

  init(_ api: SimulatedAPI = SimulatedAPI()) {
    let folder = TestRun.corpus
    let time = time
    transport = SimulatedTransport(
      api, discovery: folder.flatMap(DiscoveryDocument.init(inFolder:)), now: { time.value })
  }

  /// How long waits have taken.
  var elapsed: Duration { time.value }
  var api: SimulatedAPI { transport.state.value.api }
  var count: Int { transport.state.value.count }
  var requests: [String] { transport.state.value.requests }
  var writes: Int { transport.state.value.writes }
  var violations: [String] { transport.state.value.violations }
  var workspace: SimulatedAPI.Workspace? { api.workspaces.first { $0.name == "Tagwright" } }
  /// Everything in the workspace, as text.
  var text: String { api.content(ofWorkspace: "Tagwright")?.text(.compact) ?? "" }

  func change(_ body: (inout SimulatedAPI) -> Void) { transport.state.change { body(&$0.api) } }

  func interfere(at request: Int, _ body: @escaping @Sendable (inout SimulatedAPI) -> Void) {
    transport.state.change { $0.interference[request] = body }
  }

  /// A run as a process would make it.
  ///
  /// - Parameter killedAtSave: the save of the journal at which the process ends, counted from 1, before or after
  ///   it is on the disk.
  func run(
    _ version: ContainerVersion, options: PushPlan.Options = PushPlan.Options(),
    killedAtSave: (number: Int, isAfter: Bool)? = nil
  ) throws -> PushRun {
    let (time, transport) = (time, transport)
    transport.state.change { $0.isKilled = false }
    let keeper = Timekeeper(
      elapsed: { time.value }, wait: { wait in time.change { $0 += wait } },
      unixSeconds: { 1_790_000_000 })
    let search = CredentialSearch(environment: { $0 == "GTM_ACCESS_TOKEN" ? "given-token" : nil }) {
      _ in .missing
    }
    let runner = RequestRunner(
      transport: transport,
      policy: RetryPolicy(timeLimit: .seconds(100_000), requestLimit: .seconds(20), seed: 3),
      time: keeper, report: { _ in })
    let saves = Locked(0)
    return try PushRun(
      PushRun.Order(
        planned: try PlannedContainer(version, placeholderPrefix: "REPLACE_WITH_"),
        publicID: StandInTagManager.publicID, workspaceName: "Tagwright", mark: SamplePlan.mark,
        options: options),
      api: try TagManagerAPI(url: "http://127.0.0.1:9"),
      session: try APISession(runner: runner, tokens: try TokenSource(search)),
      store: JournalStore(
        load: { [self] () throws(PushFailure) in
          guard let journal else { return PushJournal() }
          guard let read = PushJournal(journal) else { throw PushFailure("an unreadable journal") }
          return read
        },
        save: { [self] journal throws(PushFailure) in
          let number = saves.change { count in
            count += 1
            return count
          }
          if let killedAtSave, killedAtSave.number == number, !killedAtSave.isAfter {
            transport.state.change { $0.isKilled = true }
            throw PushFailure("killed")
          }
          self.journal = journal.json
          journalTexts.append(journal.json.text(.compact))
          if let killedAtSave, killedAtSave.number == number {
            transport.state.change { $0.isKilled = true }
            throw PushFailure("killed")
          }
        }))
  }

  func push(
    _ version: ContainerVersion, options: PushPlan.Options = PushPlan.Options(),
    killedAtSave: (number: Int, isAfter: Bool)? = nil
  ) throws {
    var run = try run(version, options: options, killedAtSave: killedAtSave)
    let (state, plan) = try run.plan()
    if let obstacle = run.obstacle(state, plan) { throw obstacle }
    guard !plan.isEmpty else { return }
    try run.execute(state, plan)
  }

  /// Makes a version of the workspace and publishes it.
  func publish(_ version: ContainerVersion) throws {
    var run = try run(version)
    _ = try run.plan()
    let number = try #require(try run.makeVersion(named: "1a2b3c4 Sample", notes: ""))
    try run.publish(number)
  }

  /// How the workspace differs from a plan, without what is not the plan's.
  func expectNoDifference(
    _ version: ContainerVersion, from content: JSON? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let content = try #require(content ?? api.content(ofWorkspace: "Tagwright"))
    let difference = try ContainerDiff(
      from: ContainerFile(content, name: "workspace"),
      to: ContainerFile(version.json(.export), name: "plan"),
      options: DiffOptions(
        oldLabel: "workspace", newLabel: "plan", newIsPlan: true, isExact: false,
        placeholderPrefix: "REPLACE_WITH_")
    ).entities.map { "\($0.kind.word) '\($0.name)' \($0.outcome) \($0.changes)" }
    #expect(difference == [], sourceLocation: sourceLocation)
  }

  static func entity(_ json: JSON) -> JSONObject { json.object ?? JSONObject() }
}
