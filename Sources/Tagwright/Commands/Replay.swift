import Compiler
import JSONText
import Pages
import Parallel
import Replay
import Simulator

extension Command {
  /// Plays a log through two containers.
  package static let replay = Command(
    "replay",
    summary: "say what a change would do to a log of real hits, request by request",
    discussion: [
      "Plays each hit of a log through two server containers, and counts the requests that would go,",
      "come and change, and the members that differ: the live container and the plan, or with '--from'",
      "and '--to' those of files, of a revision of git ('main', 'HEAD~1') or 'live'. Nothing is sent.",
      "Values of the log are never shown, only what kind they are of, unless '--show-values' shows three",
      "for each member on a terminal. '--hits' takes what 'simulate --hits' takes.",
      "",
      "'--sent LOG' holds what was sent, as tags log it, against what the plan or '--to' would send for",
      "the hits: what is missing, extra or different, and what its destination refused.",
      "",
      "'--partial FILE' keeps the counts of a part of a log, '--merge' adds such files up: in any order",
      "they give what one run over everything gives, and a part that comes twice counts once.",
      "'--spark DIR' writes a program that does so on Spark, over files in a storage or over a table.",
      "",
      "exit status: 1 where something changes, a line could not be read or nothing is sent at all",
      "",
    ] + LiveContainerReading.discussion,
    options: [
      ReplayRun.hits, ReplayRun.from, ReplayRun.to, ReplayRun.sent, ReplayRun.host,
      ReplayRun.since, ReplayRun.until, ReplayRun.sample, ReplayRun.format, ReplayRun.showValues,
      ReplayRun.partial, ReplayRun.merge, ReplayRun.spark, .environment, Diff.container,
    ] + LiveContainerReading.options,
    operands: Operands(
      "[FILE…]", "further logs and folders; with '--merge', the parts", count: 0...10_000),
    run: { invocation throws(CommandError) in try ReplayRun(invocation: invocation).run() })
}

/// One run of `replay`.
struct ReplayRun {
  enum Format: String, OutputFormat {
    case text, json, markdown, html
  }

  static let hits = Option.text("hits", "FILE", "hits of HAR files and logs, or of a folder")
  static let from = Option.text(
    "from", "CONTAINER",
    "the container before: a file, a revision or 'live', the default")
  static let to = Option.text(
    "to", "CONTAINER", "the one after: a file, a revision or 'live', else the plan's")
  static let sent = Option.text("sent", "LOG", "compare with what tags logged of their requests")
  static let host = Option.text("host", "NAME", "only requests to this host")
  static let since = Option.text("since", "TIME", "only hits from a time on: 2026-01-05T10:00Z")
  static let until = Option.text("until", "TIME", "only hits before a time")
  static let format = Option.format(Format.self)
  static let sample = Option.text(
    "sample", "1/N", "only one visitor in N, with all of their hits")
  static let showValues = Option.flag(
    "show-values", "show values of the log as examples; on a terminal only")
  static let partial = Option.text(
    "partial", "FILE", "write the counts into a file that can be merged, '-' prints them")
  static let merge = Option.flag("merge", "add up the files of parts")
  static let spark = Option.text(
    "spark", "DIR", "write a program for Spark, with all that its workers need")

  let invocation: Invocation

  private var arguments: ParsedArguments { invocation.arguments }

  func run() throws(CommandError) -> ExitStatus {
    try checkOptions()
    if let folder = arguments[Self.spark] { return try writeJob(into: folder) }
    // Its place is looked at before a long log is played.
    let file = try arguments[Self.partial].flatMap { path throws(CommandError) in
      path == "-" ? nil : try PrivateFile(path: path)
    }
    let part =
      arguments.has(Self.merge)
      ? try merged() : try arguments.has(Self.sent) ? heldAgainstSent() : played()
    if let file {
      try file.write(Array((part.json.text(.container) + "\n").utf8))
      return .success
    }
    if arguments.has(Self.partial) {
      invocation.console.print(part.json.text(.compact))
      return .success
    }
    print(part)
    let totals = part.totals
    let sends = totals.kinds.values.contains { $0.requests != BeforeAfter() }
    return totals.isUnchanged && totals.damaged == 0 && sends ? .success : .finding
  }

  private func print(_ part: ReplayPart) {
    let report = ReplayReport(
      part.totals, from: part.from, to: part.to, sample: VisitorSample(oneIn: part.sample),
      of: arguments.has(Self.sent) ? .sent : .containers, hosts: RequestForm.namesByHost)
    switch invocation.format(Format.self) {
    case .text: invocation.console.print(report.text)
    case .json:
      let json: JSON = [
        "from": .string(part.from), "to": .string(part.to),
        "sample": .number(JSONNumber(part.sample)), "totals": part.totals.json,
      ]
      invocation.console.print(json.text(.container))
    case .markdown: invocation.console.print(report.markdown)
    case .html:
      invocation.console.print(ReplayPage(report, day: Process.today.text).html)
    }
  }

  private func checkOptions() throws(CommandError) {
    if arguments.has(Self.partial), arguments.has(Self.format) {
      throw CommandError("'--partial' keeps counts: '--format' is for '--merge' and for whole logs")
    }
    if arguments.has(Self.showValues) {
      let refused = [Self.partial, Self.merge, Self.format].first(where: arguments.has)
      guard refused == nil, invocation.console.isOutputTerminal else {
        throw CommandError(
          "'--show-values' shows personal data to whoever sits before a terminal, and keeps none",
          notes: [
            refused.map { "leave '--\($0.name)' out" } ?? "standard output is not a terminal"
          ])
      }
    }
    guard arguments.has(Self.sent) else { return }
    let refused = [
      Self.partial, Self.merge, Self.sample, Self.since, Self.until, Self.from,
    ]
    if let option = refused.first(where: arguments.has) {
      throw CommandError(
        "'--sent' joins two whole logs with one container: leave '--\(option.name)' out",
        notes: ["'--to' names another container than the plan's"])
    }
  }

  private func writeJob(into folder: String) throws(CommandError) -> ExitStatus {
    let taken = [
      Self.hits, Self.sent, Self.sample, Self.since, Self.until, Self.host, Self.format,
      Self.showValues, Self.partial, Self.merge,
    ]
    if let option = taken.first(where: arguments.has) {
      throw CommandError(
        "'--spark' writes a program, which is told what to do when it runs: leave '--\(option.name)' out",
        notes: ["'spark-submit \(folder)/replay.py --help' says what it can be told"])
    }
    let containers = ReplayContainers(invocation: invocation)
    let after = try containers.after()
    let before = try containers.before(like: after.version)
    for container in [before, after] { _ = try containers.simulation(of: container) }
    for note in try SparkJob(before: before, after: after).write(into: folder) {
      invocation.console.report("note: \(note)")
    }
    invocation.console.print("next: spark-submit \(folder)/replay.py LOG…")
    return .success
  }

  // MARK: Parts

  private func merged() throws(CommandError) -> ReplayPart {
    let refused =
      [
        Self.hits, Self.from, Self.to, Self.host, Self.sample, Self.since, Self.until,
        .environment, Diff.container,
      ] + LiveContainerReading.options
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
    let log = try hitLog()
    let (sample, time) = (try sampleSize(), try timeWindow())
    let containers = ReplayContainers(invocation: invocation)
    let after = try containers.after()
    let before = try containers.before(like: after.version)
    let (old, new) = (try containers.simulation(of: before), try containers.simulation(of: after))
    let source = try HitSource(
      logs: log, wantedHost: arguments[Self.host] ?? new.container.host ?? old.container.host)
    let pair = SideBySide(
      from: old, to: new, choice: HitChoice(sample: VisitorSample(oneIn: sample), time: time),
      keepsValues: arguments.has(Self.showValues))
    var totals = ReplayTotals()
    var digest = PartDigest()
    var progress = ReplayProgress(invocation.console, size: source.size)
    let pairs = pair.copies(source.processors)
    try source.forEachBatch(of: HitSource.countedBatch) { hits in
      for hit in hits { digest.add(hit) }
      let shares = HitSource.shares(of: hits).mapConcurrently(by: pairs) { pair, hits in
        hits.reduce(into: ReplayTotals()) { totals, hit in
          pair.play(Result { () throws(HitError) in try hit.read() }, into: &totals)
        }
      }
      for share in shares { totals += share }
      progress.add(hits)
    }
    return ReplayPart(
      from: before.label, to: after.label, sample: sample, id: digest.id, totals)
  }

  /// Compares the requests that were sent with those that would be.
  private func heldAgainstSent() throws(CommandError) -> ReplayPart {
    let log = try hitLog()
    let containers = ReplayContainers(invocation: invocation)
    let container = try containers.after()
    let simulation = try containers.simulation(of: container)
    var comparison = SentComparison(
      simulation, try sentLog(simulation), keepsValues: arguments.has(Self.showValues))
    let source = try HitSource(
      logs: log, wantedHost: arguments[Self.host] ?? simulation.container.host)
    var progress = ReplayProgress(invocation.console, size: source.size)
    try source.forEachBatch { hits in
      // Played on all processors, and joined in the order of the log.
      let played = HitSource.shares(of: hits).mapConcurrently { [comparison] hits in
        hits.map { hit in
          comparison.play(Result { () throws(HitError) in try hit.read() })
        }
      }
      for hit in played.joined() { comparison.add(hit) }
      progress.add(hits)
    }
    comparison.end()
    return ReplayPart(
      from: "what was sent", to: container.label, sample: 1, id: "", comparison.totals)
  }

  // MARK: Options

  private func hitLog() throws(CommandError) -> [String] {
    guard let path = arguments[Self.hits] else {
      throw CommandError("there is no log", notes: ["'replay --hits FILE'"])
    }
    return [path] + arguments.operands
  }

  private func sentLog(_ simulation: Simulation) throws(CommandError) -> SentLog {
    let path = arguments[Self.sent] ?? ""
    var log = SentLog(simulation.endpoints)
    try HitSource(logs: [path], wantedHost: nil).forEachBatch { hits in
      for hit in hits {
        guard case .sent(let line, _)? = try? hit.read(), !log.isFull else { continue }
        log.add(line)
      }
    }
    if log.isEmpty {
      throw CommandError(
        "'\(path)' has no line about a request that a tag sent",
        notes: ["templates log them as JSON with 'Type', 'TraceId', 'RequestUrl', 'EventName'"])
    }
    if log.isFull {
      throw CommandError(
        "'\(path)' has more than \(SentLog.greatestCount) requests",
        notes: ["split both logs by time, and compare one part after the other"])
    }
    return log
  }

  private func sampleSize() throws(CommandError) -> Int {
    guard let text = arguments[Self.sample] else { return 1 }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "1", let size = Int(parts[1]),
      (1...VisitorSample.greatest).contains(size)
    else {
      throw CommandError("'--sample' is a fraction such as '1/100', not '\(text)'")
    }
    return size
  }

  private func timeWindow() throws(CommandError) -> Range<Double>? {
    func time(_ option: Option) throws(CommandError) -> Double? {
      guard let text = arguments[option] else { return nil }
      guard let time = LogTime.milliseconds(of: text) else {
        throw CommandError(
          "'--\(option.name)' is not a time: '\(text)'",
          notes: ["write it as '2026-01-05T10:00:00Z' or '2026-01-05'"])
      }
      return time
    }
    let (start, end) = (try time(Self.since), try time(Self.until))
    if start == nil, end == nil { return nil }
    guard start ?? -.infinity < end ?? .infinity else {
      throw CommandError("'--since' is not before '--until'")
    }
    return (start ?? -.infinity)..<(end ?? .infinity)
  }
}
