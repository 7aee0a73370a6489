import Compiler
import Diagnostics
import Publishing
import TagManagerClient

extension Command {
  /// Writes the plan into a workspace of the live container.
  package static let push = Command(
    "push",
    summary: "write the plan into a workspace of the live container, after showing what changes",
    discussion: [
      "Reads the plan's containers, shows what differs as 'diff' does, and asks before it writes:",
      "into one workspace, which nobody sees until somebody publishes it. Then it reads back what",
      "Tag Manager has stored. Only what the plan has made is changed or removed; all else stays.",
      "Secrets that the environment or '.env' knows are put in, the others keep what they have in",
      "the container. What was done is noted in '.tagwright/', which git ignores. A push that broke",
      "off is simply run again.", "",
      "Without a terminal, and without '--yes', it stops after showing what changes.", "",
      "exit status: 1 where something is in the way, 2 where the work could not be done", "",
      "Credentials are those of 'diff' (see 'diff --help'). The token needs no more than these scopes",
      "(https://www.googleapis.com/auth/…), and its account the permission beside them:", "",
      "  tagmanager.readonly                 Read      for '--out'",
      "  tagmanager.edit.containers          Edit      to write into the workspace",
      "  tagmanager.edit.containerversions   Approve   for '--version', with the one above",
      "  tagmanager.publish                  Publish   for '--publish', with the two above", "",
      "The API takes 25 requests in 100 s. TAGWRIGHT_API_QUOTA is the number where Google has",
      "raised it for your project.",
    ],
    options: [
      Push.workspace, .environment, Push.container, Push.yes, Push.out, Push.plan, Push.delete,
      Push.overwrite, Push.version, Push.pointed, Push.publish, Push.undo,
      LiveContainerReading.verbose,
    ],
    run: { invocation throws(CommandError) in try Push(invocation: invocation).run() })
}

/// One run of `push`.
struct Push {
  static let workspace = Option.text(
    "workspace", "NAME", "write into this workspace instead of 'Tagwright'")
  static let container = Option.text(
    "container", "GTM-ID", "push this container of the plan alone")
  static let yes = Option.flag("yes", "do not ask before writing")
  static let out = Option.text(
    "out", "FILE", "keep what would be done in a file, and write nothing")
  static let plan = Option.text(
    "plan", "FILE", "do what this file says, if nothing has moved since")
  static let delete = Option.flag("delete", "also remove what the plan neither has nor made")
  static let overwrite = Option.flag(
    "overwrite", "replace or release what others made or changed, too")
  static let version = Option.flag("version", "make a version afterwards, named by the commit")
  static let pointed = Option.text(
    "to-environment", "NAME", "make a version and point this environment of Tag Manager at it")
  static let publish = Option.flag("publish", "make a version and publish it")
  static let undo = Option.flag("undo", "take the last push back")

  let invocation: Invocation

  private var arguments: ParsedArguments { invocation.arguments }
  private var console: Console { invocation.console }
  private var makesVersion: Bool {
    [Self.version, Self.pointed, Self.publish].contains(where: arguments.has)
  }

  func run() throws(CommandError) -> ExitStatus {
    try checkOptions()
    let package = try invocation.requiredPackageFolder()
    guard let targets = try PushTargets(invocation, chosen: arguments[Self.container]) else {
      return .finding
    }
    let lock = try JournalFile.lock(package: package)
    defer { lock.release() }
    do throws(PushFailure) {
      if arguments.has(Self.undo) { return try undo(targets, package) }
      let versionName = try versionName
      let connection = try connection(for: scopes)
      let pushes = try targets.containers.map { target throws(PushFailure) in
        try PlannedPush(run(target, package, connection), target.publicID, target.planned)
      }
      return try push(pushes, versionName, connection.session.runner.pace)
    } catch {
      throw CommandError(
        error.message, notes: error.notes, status: error.isFinding ? .finding : .failure)
    }
  }

  /// Refuses options that mean nothing together.
  private func checkOptions() throws(CommandError) {
    let alone: [(Option, [Option])] = [
      (
        Self.undo,
        [
          Self.out, Self.plan, Self.delete, Self.overwrite, Self.version, Self.pointed,
          Self.publish,
        ]
      ),
      (Self.out, [Self.plan]),
    ]
    for (option, others) in alone where arguments.has(option) {
      if let other = others.first(where: arguments.has) {
        throw CommandError("'--\(option.name)' and '--\(other.name)' exclude each other")
      }
    }
  }

  // MARK: Pushing

  private func push(
    _ planned: [PlannedPush], _ versionName: String, _ pace: RequestPace
  ) throws(PushFailure) -> ExitStatus {
    var pushes = planned
    for push in pushes { push.show(on: console) }
    if makesVersion || !pushes.allSatisfy(\.plan.isEmpty) {
      console.print(requestText(pushes, pace))
    }
    for push in pushes {
      if let obstacle = push.run.obstacle(push.state, push.plan) { throw obstacle }
      if makesVersion,
        let obstacle = push.run.releaseObstacle(
          push.state, push.plan, publishes: arguments.has(Self.publish))
      {
        throw obstacle
      }
    }
    let pointed = arguments[Self.pointed]
    if let pointed {
      for index in pushes.indices { try pushes[index].find(environment: pointed) }
    }
    let saved = SavedPlan(pushes)
    if let path = arguments[Self.out] {
      try asFailure { () throws(CommandError) in try saved.write(to: path) }
      console.report("kept in '\(path)': nothing was written to Tag Manager")
      return .success
    }
    if let path = arguments[Self.plan] {
      try asFailure { () throws(CommandError) in try saved.check(against: path) }
    }
    guard makesVersion || !pushes.allSatisfy(\.plan.isEmpty) else { return .success }
    guard try isAgreed() else { return .success }
    for index in pushes.indices { try pushes[index].write(on: console) }
    guard makesVersion else { return .success }
    for index in pushes.indices {
      try pushes[index].makeVersion(
        named: versionName, notes: Compilation.mark(ofPlan: invocation.planName), on: console)
    }
    if let pointed {
      for index in pushes.indices { try pushes[index].point(environment: pointed, on: console) }
    }
    guard arguments.has(Self.publish) else { return .success }
    for index in pushes.indices { try pushes[index].publish(on: console) }
    return .success
  }

  /// The number of requests for everything, and the least time that they take.
  private func requestText(_ pushes: [PlannedPush], _ pace: RequestPace) -> String {
    var count = pushes.map(\.requestCount).reduce(0, +)
    if makesVersion { count += pushes.count }
    // The environments are read before.
    if arguments.has(Self.pointed) { count += 2 * pushes.count }
    if arguments.has(Self.publish) { count += 2 * pushes.count }
    let time = pace.time(for: count)
    return "\(count) requests, "
      + (time == .zero ? "at once" : "which take \(time.wholeSeconds) s: \(pace.words)")
  }

  /// The name of a version: the commit's short hash and its first line, or the plan's name outside of git.
  private var versionName: String {
    get throws(PushFailure) {
      guard makesVersion else { return "" }
      guard let repository = try? GitRepository(holding: invocation.workingDirectory),
        let line = try? repository.line(["log", "-1", "--format=%h %s"]), !line.isEmpty
      else {
        console.report(
          "note: there is no commit to name the version by: it is called '\(invocation.planName)'")
        return invocation.planName
      }
      let isClean = (try? repository.says(["diff", "--quiet", "HEAD"])) ?? false
      return isClean ? line : "\(line) (with changes that are not committed)"
    }
  }

  // MARK: Taking back

  private func undo(_ targets: PushTargets, _ package: String) throws(PushFailure) -> ExitStatus {
    var scopes: [AccessScope] = [.editContainers]
    for target in targets.containers {
      let journal = try JournalFile(package: package, publicID: target.publicID).store.load()
      if journal.last?.isPublished == true { scopes = [.editContainers, .publish] }
    }
    let connection = try connection(for: scopes)
    // The browser's half goes first, in the reverse of pushing.
    var runs: [(publicID: String, run: PushRun)] = []
    for target in targets.containers.reversed() {
      let run = try run(target, package, connection)
      guard let words = run.lastPush else { continue }
      console.print("'\(target.publicID)': \(words)")
      runs.append((target.publicID, run))
    }
    guard !runs.isEmpty else {
      console.report("there is no push to take back")
      return .success
    }
    guard try isAgreed() else { return .success }
    var isWhole = true
    for index in runs.indices {
      let (done, left) = try runs[index].run.undo()
      for sentence in done { console.print("'\(runs[index].publicID)': \(sentence)") }
      for note in left { console.report("note: \(note)") }
      isWhole = isWhole && left.isEmpty
    }
    return isWhole ? .success : .finding
  }

  // MARK: The work

  private var workspaceName: String { arguments[Self.workspace] ?? "Tagwright" }

  private var scopes: [AccessScope] {
    if arguments.has(Self.out) { return [.readonly] }
    return [.editContainers] + (makesVersion ? [.editVersions] : [])
      + (arguments.has(Self.publish) ? [.publish] : [])
  }

  private typealias Connection = (api: TagManagerAPI, session: APISession)

  private func connection(for scopes: [AccessScope]) throws(PushFailure) -> Connection {
    let isVerbose = arguments.has(LiveContainerReading.verbose)
    let console = console
    do throws(FetchFailure) {
      return try APISession.connected(
        environment: invocation.environment, readFile: LiveContainerReading.readCredentialFile,
        scopes: scopes
      ) { step in
        if isVerbose || !step.isDetail {
          console.report(step.text)
        } else if console.isWatched, case .asking(let purpose, _) = step {
          console.report("\(purpose) …")
        }
      }
    } catch {
      throw PushFailure(error.message, notes: error.notes)
    }
  }

  private func run(
    _ target: (publicID: String, planned: PlannedContainer), _ package: String,
    _ connection: Connection
  ) throws(PushFailure) -> PushRun {
    var options = PushPlan.Options()
    options.deletesForeign = arguments.has(Self.delete)
    options.overwrites = arguments.has(Self.overwrite)
    let console = console
    return try PushRun(
      PushRun.Order(
        planned: target.planned, publicID: target.publicID, workspaceName: workspaceName,
        mark: Compilation.mark(ofPlan: invocation.planName), options: options),
      api: connection.api, session: connection.session,
      store: JournalFile(package: package, publicID: target.publicID).store,
      report: { console.report($0) })
  }

  /// Whether the writes are agreed to: by `--yes`, or by a person at a terminal.
  private func isAgreed() throws(PushFailure) -> Bool {
    if arguments.has(Self.yes) { return true }
    guard Process.isTerminal(0), console.isWatched else {
      throw PushFailure(
        "nothing was written: nobody can be asked without a terminal",
        notes: ["agree beforehand with '--yes'"])
    }
    console.report("Go on? Type 'yes':")
    guard readLine() == "yes" else {
      console.report("nothing was written")
      return false
    }
    return true
  }

  private func asFailure(_ body: () throws(CommandError) -> Void) throws(PushFailure) {
    do throws(CommandError) { try body() } catch {
      throw PushFailure(error.message, notes: error.notes, isFinding: error.status == .finding)
    }
  }
}
