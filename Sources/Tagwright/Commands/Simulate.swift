import Compiler
import CustomTemplate
import Diagnostics
import JSONText
import Pages
import Parallel
import SandboxedJS
import Simulator
import TagManager

extension Command {
  /// Runs a server container offline.
  package static let simulate = Command(
    "simulate",
    summary: "show which tags a hit fires in a server container, and the requests that they send",
    discussion: [
      "Nothing is sent. A hit is a GA4 request to '/g/collect': its address, or the cURL command that a",
      "browser copies. '--hits' reads HAR files, lists, and logs: one address, access-log line, entry of",
      "Cloud Logging, CloudFront, a load balancer and so on per line, or JSON as '--event' takes it. A",
      "folder stands for its files, compressed ones are read through 'gzip', '-' is standard input.",
      "Preflights, health checks, other paths and hits that went past the server are counted apart.",
      "'--event' takes event data, or {\"event\", \"cookies\", \"headers\", \"query\", \"clientName\",",
      "\"responses\", \"now\", \"preview\"}.",
      "'--format json' prints one line for each event, '--format summary' only what came of all.",
      "",
      "'--push' takes a push, a list of pushes, or visits: {\"url\", \"referrer\", \"title\", \"cookies\",",
      "\"headers\", \"consent\", \"now\", \"pushes\"}. They go through the web container to the pixel and, as",
      "GA4 hits, through the server container to its requests; for each event, what the destination",
      "counts of both is told.",
      "",
      "Hosts answer as they do on success; '--respond' takes other answers, a list of {\"match\",",
      "\"statusCode\", \"body\", \"headers\", \"timedOut\", \"failed\"}. The clock stands still, for a hit of",
      "a log at the time that the log has of it.",
      "",
      "exit status: 1 where a hit could not be read or no client claimed it, a tag's code has an error,",
      "browser and server are counted as two, or two orders under one id as one",
    ],
    options: [
      Simulate.container, Simulate.hit, Simulate.hits, Simulate.host, Simulate.event, Simulate.push,
      Simulate.web,
      Simulate.respond,
      Simulate.prove, Simulate.format, Simulate.variables, Simulate.preview, Simulate.now,
      Simulate.seed,
      .environment,
    ],
    operands: Operands("[FILE…]", "with '--hits': further files and folders", count: 0...10_000),
    run: { invocation throws(CommandError) in try Simulate(invocation: invocation).run() })
}

/// One run of `simulate`.
struct Simulate {
  static let container = Option.text(
    "container", "FILE", "an export or an API answer, instead of the plan's container")
  static let hit = Option.text("hit", "URL", "a hit's address, or a cURL command")
  static let hits = Option.text("hits", "FILE", "hits of HAR files and logs, or of a folder")
  static let host = Option.text("host", "NAME", "with '--hits': only requests to this host")
  static let event = Option.text("event", "FILE", "event data as JSON")
  static let push = Option.text(
    "push", "FILE", "pushes to a page's data layer, as JSON: through both containers")
  static let web = Option.text(
    "web", "FILE", "with '--push' and '--container': the web container's file")
  static let respond = Option.text("respond", "FILE", "what hosts answer, as JSON")
  static let format = Option.format(SimulationFormat.self)
  static let prove = Option.flag(
    "prove", "try out every event, consent and kind of personal data")
  static let variables = Option.flag("variables", "show the values of variables, too")
  static let preview = Option.flag("preview", "as in the container's preview mode")
  static let now = Option.text(
    "now", "MS", "the time of hits without one, in ms since 1970, or 'clock'")
  static let seed = Option.text("seed", "NUMBER", "where random numbers come from")

  let invocation: Invocation

  private var arguments: ParsedArguments { invocation.arguments }

  func run() throws(CommandError) -> ExitStatus {
    if arguments.has(Self.prove) { return try runProof() }
    if let path = arguments[Self.push] { return try runPushes(path) }
    try HitSource.check(arguments)
    let simulation = try simulation()
    let source = try HitSource(arguments, host: simulation.container.host)
    reportNotes(of: simulation)
    let format: SimulationFormat = invocation.format()
    let style = invocation.console.outputStyle
    let names = NearNames(simulation.container)
    var report = SimulationReport(
      simulation.container, format: format, heading: heading(of: simulation.container),
      console: invocation.console)
    let awaited = AwaitedEvents(simulation.container)
    let simulations = simulation.copies(source.processors)
    try source.forEachBatch(of: format == .summary ? HitSource.countedBatch : HitSource.batch) {
      // On all processors, and told in the order of the hits.
      let shares = HitSource.shares(of: $0).mapConcurrently(by: simulations) { simulation, hits in
        var share = SimulatedShare(format, style)
        for hit in hits { share.add(SimulatedHit(hit, simulation, names, format, style), awaited) }
        return share
      }
      for share in shares { report.add(share) }
    }
    report.end(isSingle: source.isSingle)
    return report.summary.isClean ? .success : .finding
  }

  /// The first lines of an HTML page. A log belongs to a day and is not played twice, so that its page has one; any other
  /// page is the same whenever it is made.
  private func heading(of container: ContainerProgram) -> PageHeading {
    let isOfPlan = !arguments.has(Self.container)
    return PageHeading(
      title: isOfPlan ? invocation.planName : container.publicID, subject: "Simulated events",
      containers: isOfPlan ? [container.publicID] : [],
      day: arguments.has(Self.hits) ? Process.today.text : nil)
  }

  /// Tries the whole container out.
  private func runProof() throws(CommandError) -> ExitStatus {
    if [Self.hit, Self.hits, Self.event].contains(where: arguments.has) {
      throw CommandError("'--prove' makes its own hits")
    }
    let asked: SimulationFormat = invocation.format()
    guard let format = TextOrJSON(rawValue: asked.rawValue) else {
      throw CommandError(
        "'--prove' has no '--format \(asked.rawValue)'", notes: ["it prints 'text' or 'json'"])
    }
    let report =
      arguments.has(Self.container)
      ? try containerReport() : try PlanProof(invocation).report(answers: try answers())
    report.print(format, to: invocation.console)
    if let emptiness = report.emptiness { throw CommandError(emptiness) }
    return report.isFulfilled ? .success : .finding
  }

  /// Says what of the container is not simulated.
  private func reportNotes(of simulation: Simulation) {
    for note in simulation.container.notes {
      invocation.console.report("note: \(note)".withVisibleControls)
    }
  }

  private func containerReport() throws(CommandError) -> ProofReport {
    let simulation = try simulation()
    reportNotes(of: simulation)
    do throws(HitError) {
      return ProofReport([try ContainerProof(simulation)], arrangements: nil)
    } catch {
      throw CommandError(error.message)
    }
  }

  private func simulation() throws(CommandError) -> Simulation {
    try simulation(of: try containerVersion(), for: .server)
  }

  /// A simulation of a container, as the options want it.
  func simulation(
    of version: ContainerVersion, for side: CustomTemplate.Side
  ) throws(CommandError) -> Simulation {
    var simulation: Simulation
    do throws(ContainerProgram.Refusal) {
      simulation = Simulation(
        try ContainerProgram(version, for: side), endpoints: RequestForm.known)
    } catch {
      throw CommandError(error.message)
    }
    simulation.answers = try answers()
    simulation.isPreview = arguments.has(Self.preview)
    simulation.recordsVariables =
      arguments.has(Self.variables) || invocation.format(SimulationFormat.self) == .html
    // A summary counts what fired.
    simulation.explainsMisses = invocation.format(SimulationFormat.self) != .summary
    if let text = arguments[Self.now] { simulation.time = try time(text) }
    if let text = arguments[Self.seed] {
      guard let seed = UInt64(text) else {
        throw CommandError("'--seed' is a whole number, not '\(text)'")
      }
      simulation.seed = seed
    }
    return simulation
  }

  private func time(_ text: String) throws(CommandError) -> Double {
    if text == "clock" { return Process.currentMilliseconds }
    guard let time = Double(text), time.isFinite else {
      throw CommandError("'--now' is a number of milliseconds or 'clock', not '\(text)'")
    }
    return time
  }

  private func containerVersion() throws(CommandError) -> ContainerVersion {
    if let path = arguments[Self.container] { return try ContainerVersion(file: path) }
    let containers = try invocation.compileForRuns().containers
    guard let first = containers.first else {
      throw CommandError("the plan has no server container")
    }
    if containers.count > 1 {
      invocation.console.report(
        "note: the plan has \(containers.count) server containers; the first is simulated: '\(first.path)'"
      )
    }
    return first.version
  }

  private func answers() throws(CommandError) -> [SuppliedAnswer] {
    guard let path = arguments[Self.respond] else { return [] }
    let json = try HitSource.json(path)
    do throws(HitError) {
      return try EventCase.answers(json)
    } catch {
      throw CommandError("\(path): \(error.message)")
    }
  }
}
