import Compiler
import CustomTemplate
import Diagnostics
import JSONText
import Parallel
import Replay
import Simulator
import TagManager

extension Command {
  /// Plays a log through two containers.
  package static let replay = Command(
    "replay",
    summary: "say what a change would do to a log of real hits, request by request",
    discussion: [
      "Plays each hit of a log through two server containers, and counts the requests that would go,",
      "come and change, and the members that differ: the live container and the plan, or with '--from'",
      "and '--to' the containers of files. Nothing is sent. Values of the log are never shown, only what",
      "kind they are of. '--hits' takes what 'simulate --hits' takes.",
      "",
      "'--partial FILE' keeps the counts of a part of a log, '--merge' adds such files up: in any order",
      "they give what one run over everything gives, and a part that comes twice counts once.",
      "",
      "exit status: 1 where something changes, a line could not be read or nothing is sent at all",
      "",
    ] + LiveContainerReading.discussion,
    options: [
      ReplayRun.hits, ReplayRun.from, ReplayRun.to, ReplayRun.host, ReplayRun.format,
      ReplayRun.sample,
      ReplayRun.partial, ReplayRun.merge, .environment, Diff.container,
    ] + LiveContainerReading.options,
    operands: Operands(
      "[FILE…]", "further logs and folders; with '--merge', the parts", count: 0...10_000),
    run: { invocation throws(CommandError) in try ReplayRun(invocation: invocation).run() })
}

/// One run of `replay`.
struct ReplayRun {
  static let hits = Option.text("hits", "FILE", "hits of HAR files and logs, or of a folder")
  static let from = Option.text(
    "from", "FILE", "the container before: an export or API answer, else the live one")
  static let to = Option.text(
    "to", "FILE", "the container after: an export or API answer, else the plan's")
  static let host = Option.text("host", "NAME", "only requests to this host")
  static let format = Option.choice(
    "format", ["text", "json", "markdown"], "how to print the result")
  static let sample = Option.text(
    "sample", "1/N", "only one visitor in N, with all of their hits")
  static let partial = Option.text(
    "partial", "FILE", "write the counts into a file that can be merged")
  static let merge = Option.flag("merge", "add up the files of parts")

  let invocation: Invocation

  private typealias Named = (label: String, version: ContainerVersion)

  private var arguments: ParsedArguments { invocation.arguments }

  func run() throws(CommandError) -> ExitStatus {
    // Its place is looked at before a long log is played.
    let file = try arguments[Self.partial].map { path throws(CommandError) in
      try PrivateFile(path: path)
    }
    if file != nil, arguments.has(Self.format) {
      throw CommandError("'--partial' keeps counts: '--format' is for '--merge' and for whole logs")
    }
    let part = arguments.has(Self.merge) ? try merged() : try played()
    if let file {
      try file.write(Array((part.json.text(.container) + "\n").utf8))
      return .success
    }
    let report = ReplayReport(
      part.totals, from: part.from, to: part.to, sample: VisitorSample(oneIn: part.sample))
    switch arguments[Self.format] ?? "text" {
    case "json":
      let json: JSON = [
        "from": .string(part.from), "to": .string(part.to),
        "sample": .number(JSONNumber(part.sample)), "totals": part.totals.json,
      ]
      invocation.console.print(json.text(.container))
    case "markdown": invocation.console.print(report.markdown)
    default: invocation.console.print(report.text)
    }
    let totals = part.totals
    let sends = totals.kinds.values.contains { $0.requests != BeforeAfter() }
    return totals.isUnchanged && totals.damaged == 0 && sends ? .success : .finding
  }

  // MARK: Parts

  private func merged() throws(CommandError) -> ReplayPart {
    let refused =
      [Self.hits, Self.from, Self.to, Self.host, Self.sample, .environment, Diff.container]
      + LiveContainerReading.options
    if let option = refused.first(where: arguments.has) {
      throw CommandError("'--merge' adds up what was played: leave '--\(option.name)' out")
    }
    guard let first = arguments.operands.first else {
      throw CommandError(
        "'--merge' needs the files of parts",
        notes: ["'replay --hits FILE --partial FILE' writes one"])
    }
    var sum = try ReplayPart(path: first)
    for path in arguments.operands.dropFirst()
    where try !sum.add(ReplayPart(path: path), path: path) {
      invocation.console.report("note: '\(path)' is in already, and counts once")
    }
    return sum
  }

  private func played() throws(CommandError) -> ReplayPart {
    guard let path = arguments[Self.hits] else {
      throw CommandError("there is no log", notes: ["'replay --hits FILE'"])
    }
    let sample = try sampleSize()
    let after = try containerAfter()
    let before = try containerBefore(like: after.version)
    let (old, new) = (try simulation(of: before), try simulation(of: after))
    let source = try HitSource(
      logs: [path] + arguments.operands,
      wantedHost: arguments[Self.host] ?? new.container.host ?? old.container.host)
    let pair = SideBySide(from: old, to: new, sample: VisitorSample(oneIn: sample))
    var totals = ReplayTotals()
    var digest = PartDigest()
    let console = invocation.console
    try source.forEachBatch { hits in
      for hit in hits { digest.add(hit) }
      let shares = stride(from: 0, to: hits.count, by: Self.share).map { start in
        Array(hits[start..<min(start + Self.share, hits.count)])
      }
      let counted = totals.hits
      for share in shares.mapConcurrently({ Self.play($0, pair) }) { totals += share }
      if console.isWatched, counted / 10_000 != totals.hits / 10_000 {
        console.report("\(totals.hits) hits")
      }
    }
    return ReplayPart(
      from: before.label, to: after.label, sample: sample, id: digest.id, totals)
  }

  /// Hits that one processor plays before it takes others.
  private static let share = 32

  private static func play(_ hits: [NumberedHit], _ pair: SideBySide) -> ReplayTotals {
    var totals = ReplayTotals()
    for hit in hits {
      pair.play(Result { () throws(HitError) in try hit.read() }, into: &totals)
    }
    return totals
  }

  private func sampleSize() throws(CommandError) -> Int {
    guard let text = arguments[Self.sample] else { return 1 }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "1", let size = Int(parts[1]), size > 0 else {
      throw CommandError("'--sample' is a fraction such as '1/100', not '\(text)'")
    }
    return size
  }

  // MARK: The two containers

  private func containerAfter() throws(CommandError) -> Named {
    if let path = arguments[Self.to] {
      if let option = [.environment, Diff.container].first(where: arguments.has) {
        throw CommandError("'--\(option.name)' is about the plan: leave '--to' out")
      }
      return try named(path)
    }
    let containers = try invocation.compileForRuns().containers
    let chosen = arguments[Diff.container]
    guard
      let container = containers.first(where: { chosen == nil || $0.publicID == chosen })
    else {
      throw CommandError(
        chosen.map { "the plan has no server container '\($0)'" }
          ?? "the plan has no server container")
    }
    if chosen == nil, containers.count > 1 {
      throw CommandError(
        "the plan has several server containers",
        notes: ["pick one with '--container GTM-…' or '--environment NAME'"])
    }
    return ("the plan", container.version)
  }

  private func containerBefore(like after: ContainerVersion) throws(CommandError) -> Named {
    if let path = arguments[Self.from] {
      if let option = LiveContainerReading.options.first(where: arguments.has) {
        throw CommandError("'--\(option.name)' is about the live container: leave '--from' out")
      }
      return try named(path)
    }
    guard let publicID = after.container?.publicID else {
      throw CommandError("the container after has no public id, so that no live one is known")
    }
    let reading = try LiveContainerReading(arguments)
    let label = "the \(reading.name(publicID: publicID))"
    let bytes = try reading.bytes(publicID: publicID, for: invocation)
    return (label, try ContainerFile.reading(bytes, name: label).version())
  }

  private func named(_ path: String) throws(CommandError) -> Named {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ("'\(name)'", try ContainerVersion(file: path))
  }

  private func simulation(of container: Named) throws(CommandError) -> Simulation {
    do throws(CompiledContainer.Refusal) {
      let compiled = try CompiledContainer(container.version, for: .server)
      for note in compiled.notes {
        invocation.console.report("note: \(container.label): \(note)".withVisibleControls)
      }
      return Simulation(compiled, endpoints: Endpoint.known)
    } catch {
      throw CommandError("\(container.label): \(error.message)")
    }
  }
}
