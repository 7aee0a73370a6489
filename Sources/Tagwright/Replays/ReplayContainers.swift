import Compiler
import CustomTemplate
import Diagnostics
import Simulator
import TagManager

/// The containers that a replay is about: of files, of the plan, of a revision of git, or live.
struct ReplayContainers {
  /// A container, and what reports call it.
  typealias Named = (label: String, version: ContainerVersion)

  let invocation: Invocation

  private var arguments: ParsedArguments { invocation.arguments }

  /// The word for the live container; a file of that name is `./live`.
  private static let live = "live"

  /// The container as it would be: that of `--to`, else the plan's.
  func after() throws(CommandError) -> Named {
    guard let text = arguments[ReplayRun.to] else { return ("the plan", try planned().version) }
    let (from, to) = (try isOfPlan(arguments[ReplayRun.from] ?? ""), try isOfPlan(text))
    if !from, !to, let option = [.environment, Diff.container].first(where: arguments.has) {
      throw CommandError("'--\(option.name)' is about the plan: leave '--to' out")
    }
    return try named(text)
  }

  /// The container as it is: that of `--from`, else the live one.
  func before(like after: ContainerVersion) throws(CommandError) -> Named {
    guard let text = arguments[ReplayRun.from], text != Self.live else {
      guard let publicID = after.container?.publicID else {
        throw CommandError("the container after has no public id, so that no live one is known")
      }
      return try live(publicID)
    }
    if let option = LiveContainerReading.options.first(where: arguments.has),
      arguments[ReplayRun.to] != Self.live
    {
      throw CommandError("'--\(option.name)' is about the live container: leave '--from' out")
    }
    return try named(text)
  }

  /// A simulation of a container; what of it is not simulated is told.
  func simulation(of container: Named) throws(CommandError) -> Simulation {
    do throws(ContainerProgram.Refusal) {
      let compiled = try ContainerProgram(container.version, for: .server)
      for note in compiled.notes {
        invocation.console.report("note: \(container.label): \(note)".withVisibleControls)
      }
      var simulation = Simulation(compiled, endpoints: RequestForm.known)
      simulation.explainsMisses = false
      return simulation
    } catch {
      throw CommandError("\(container.label): \(error.message)")
    }
  }

  // MARK: Places

  /// Whether a text names something that the plan has to be compiled for.
  private func isOfPlan(_ text: String) throws(CommandError) -> Bool {
    if text.isEmpty { return false }
    if text == Self.live { return true }
    return try passingOn(FileSystem.status(of: text, followingLinks: true) == nil)
  }

  private func named(_ text: String) throws(CommandError) -> Named {
    guard try isOfPlan(text) else {
      let name = text.split(separator: "/").last.map(String.init) ?? text
      return ("'\(name)'", try ContainerVersion(file: text))
    }
    if text == Self.live { return try live(try planned().publicID) }
    return try ofRevision(text)
  }

  private func live(_ publicID: String) throws(CommandError) -> Named {
    let reading = try LiveContainerReading(arguments)
    let label = "the \(reading.name(publicID: publicID))"
    let bytes = try reading.bytes(publicID: publicID, for: invocation)
    return (label, try ContainerFile.reading(bytes, name: label).version())
  }

  /// The plan's only server container, or the one that the options pick.
  private func planned() throws(CommandError) -> CompiledServerContainer {
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
    return container
  }

  /// Returns the container that `generate` wrote at a revision of git.
  private func ofRevision(_ revision: String) throws(CommandError) -> Named {
    let unknown = CommandError(
      "cannot read '\(revision)': no such file or directory",
      notes: ["it is not a revision of git either, in which 'Output' would have the container"])
    guard !revision.hasPrefix("-"), let package = try invocation.packageFolder(),
      try git(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"], in: package) != nil
    else { throw unknown }
    let path = "Output/\(try planned().path)"
    guard let bytes = try git(["show", "\(revision):./\(path)"], in: package) else {
      throw CommandError(
        "the revision '\(revision)' has no '\(path)'",
        notes: ["'generate' writes it, and it belongs into git"])
    }
    let label = "'\(revision)'"
    return (label, try ContainerFile.reading(bytes, name: "\(revision):\(path)").version())
  }

  /// Runs git and returns what it prints; `nil` where it fails.
  private func git(_ words: [String], in folder: String) throws(CommandError) -> [UInt8]? {
    var git = ChildProcess("git", ["-C", folder] + words)
    git.showsErrors = false
    let ending = try git.run()
    return ending.status == 0 ? ending.output : nil
  }
}
