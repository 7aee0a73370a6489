import Adoption
import Compiler
import ContainerDiff
import Diagnostics
import TagManager
import TagwrightPlan

/// One run of `init --into`: files beside a plan, with what a container has and the plan lacks.
struct AddedContainer {
  private let given: GivenContainer
  private let invocation: Invocation

  init(_ given: GivenContainer, for invocation: Invocation) {
    self.given = given
    self.invocation = invocation
  }

  func run() throws(CommandError) -> ExitStatus {
    let compilation = invocation.compileWithoutExamples()
    guard invocation.report(compilation.diagnostics) else { return .finding }
    let planned = try PlannedContainers(compilation).container(
      like: given.file, chosen: invocation.arguments[Init.containerID])
    let (plan, declaration) = try declaration(planned)
    let place = try PlanPlace(declaration.place, typed: invocation.arguments.operands.first ?? "")
    let missing = try given.diff(to: planned, isExact: false).unowned
    guard !missing.isEmpty else {
      invocation.console.print("the plan has everything that \(given.label) has")
      return .success
    }
    let taken = try place.takenNames(secrets: secretNames)
    let container: AdoptedContainer
    do throws(AdoptionError) {
      container = try AdoptedContainer(given.version, publicID: given.publicID, taken: taken) {
        kind, name in missing.contains { $0.kind == kind && $0.name == name }
      }
    } catch {
      throw CommandError(error, of: given.label)
    }
    try check(container, in: declaration, of: plan)
    let sources = AdoptedSources(
      adding: container, to: invocation.planName, avoiding: try place.words())
    try place.write(sources)
    try EnvironmentFile.add(container.secrets, in: place.folder)
    tell(
      sources, AdoptionReport(container, of: given.version, label: given.label), container, place)
    return .success
  }

  private var secretNames: [String] {
    SecretNames.all(
      in: invocation.variants(), name: invocation.planName, readFile: Invocation.readFile)
  }

  /// The container that is added to, and the plan that has it.
  private func declaration(
    _ planned: ContainerFile
  ) throws(CommandError) -> (plan: Plan, container: ServerContainer) {
    for plan in invocation.variants().map(\.plan) {
      let declared = plan.declaredContainers.first { $0.publicID == planned.publicID }
      if let declared { return (plan, declared) }
    }
    throw CommandError("the plan declares no container '\(planned.publicID ?? "")'")
  }

  /// Compiles the container with what is added, and compares the outcome with the one that exists.
  ///
  /// - Throws: where the plan would not compile, or something would still be missing.
  private func check(
    _ added: AdoptedContainer, in declaration: ServerContainer, of plan: Plan
  ) throws(CommandError) {
    let compilation = Compilation(
      plan.adding(added.declarations, to: declaration), name: invocation.planName
    ) { path in added.templateBytes(at: path).map { .bytes($0) } ?? Invocation.readFile(path) }
    if let first = compilation.diagnostics.first(where: { $0.severity == .error }) {
      throw CommandError(
        "what \(given.label) has does not fit the plan: \(first.message)",
        notes: first.notes.map(\.message) + ["nothing was written"])
    }
    let planned = try PlannedContainers(compilation).container(like: given.file, chosen: nil)
    let diff = try given.diff(to: planned, isExact: false)
    guard let lost = diff.unowned.first else { return }
    throw CommandError(
      "\(lost.kind.word) '\(lost.name)' cannot be added to a plan", notes: ["nothing was written"])
  }

  private func tell(
    _ sources: AdoptedSources, _ report: AdoptionReport, _ container: AdoptedContainer,
    _ place: PlanPlace
  ) {
    let console = invocation.console
    for file in sources.files { console.print("wrote \(place.shown)/\(file.path)") }
    console.print("")
    for line in report.counts { console.print(line) }
    console.print("")
    console.print(
      "Next: add the line 'Self.\(sources.name)' to the container in '\(place.shownContainer)'.")
    if !container.templates.isEmpty {
      console.print(
        "In 'Package.swift', the target needs 'exclude: [\"\(AdoptedTemplate.folder)\"]'.")
    }
  }
}

extension Plan {
  /// The plan of one of its containers with further elements, beside the server container that it may send to.
  fileprivate func adding(
    _ elements: [ContainerElement], to declaration: ServerContainer
  ) -> Plan {
    var container = declaration
    container.elements += elements
    func isThis(_ other: ServerContainer) -> Bool { other.place == declaration.place }
    if let web = webContainers.first(where: { isThis($0.contents) }) {
      var copy = web
      copy.contents = container
      return Plan(serverContainers: [web.server], webContainers: [copy])
    }
    return rawWebContainers.contains { isThis($0.contents) }
      ? Plan(serverContainers: [], rawWebContainers: [RawWebContainer(container)])
      : Plan(serverContainers: [container])
  }
}
