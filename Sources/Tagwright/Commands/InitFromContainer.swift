import Adoption
import Compiler
import ContainerDiff
import Diagnostics
import TagManager
import TagwrightPlan

/// One run of `init` for a container that exists.
struct InitFromContainer {
  let invocation: Invocation
  let file: ContainerFile
  let publicID: String?

  /// Reads the container; `nil` where none is asked for.
  ///
  /// - Throws: for options that mean nothing together, and where the container cannot be read.
  init?(_ invocation: Invocation) throws(CommandError) {
    let arguments = invocation.arguments
    self.invocation = invocation
    publicID = arguments[Init.containerID]
    let path = arguments[Init.container]
    guard path != nil || arguments.has(Init.live) else {
      let about = [Init.containerID, Init.raw, Init.into] + LiveContainerReading.options
      guard let option = about.first(where: arguments.has) else { return nil }
      throw CommandError(
        "'--\(option.name)' is about a container",
        notes: ["add '--from-container FILE', or '--live' for the live one"])
    }
    if let option = [Init.destinations, Init.events].first(where: arguments.has) {
      throw CommandError(
        "'--\(option.name)' starts a plan anew, and the container is one already",
        notes: ["leave it out, and add to the plan afterwards"])
    }
    guard let path else {
      guard let publicID else {
        throw CommandError(
          "'--live' does not say which container",
          notes: ["name it by its public id: '--container-id GTM-ABC1234'"])
      }
      let reading = try LiveContainerReading(arguments)
      let bytes = try reading.bytes(publicID: publicID, for: invocation)
      file = try ContainerFile.reading(bytes, name: "the \(reading.name(publicID: publicID))")
      return
    }
    if arguments.has(Init.live) {
      throw CommandError("'--from-container' and '--live' exclude each other")
    }
    if let option = LiveContainerReading.options.first(where: arguments.has) {
      throw CommandError("'--\(option.name)' is about the live container: leave '\(path)' out")
    }
    file = try ContainerFile.reading(path: path)
  }

  func run() throws(CommandError) -> ExitStatus {
    if invocation.arguments.has(Init.into) { return try AddedContainer(self).run() }
    let place = try PackagePlace(invocation)
    let version = try file.version()
    let container = try adopted(version)
    try check(container)
    let sources = AdoptedSources(container, type: container.planName ?? place.names.type)
    let package = NewPackage(
      names: place.names, tagwright: place.location ?? .placeholder,
      sources: sources.files.map { ($0.path, $0.text) },
      otherFolders: container.templates.isEmpty ? [] : [AdoptedTemplate.folder],
      secret: container.secrets.first?.name ?? "", prefix: place.prefix)
    try place.write(package.files)
    try EnvironmentFile.add(container.secrets, in: place.folder)
    let console = invocation.console
    place.tellFiles(package)
    for line in AdoptionReport(container, of: version, label: label).lines { console.print(line) }
    console.print("")
    console.print("Next:")
    console.print("")
    place.tellCommands()
    console.print("The plan compiles to the same container: 'diff' finds nothing.")
    place.tellNotes(package)
    return .success
  }

  /// The container's name in sentences.
  var label: String { file.name.contains(" ") ? file.name : "'\(file.name)'" }

  /// Makes declarations of a container.
  func adopted(
    _ version: ContainerVersion, taken: AdoptedContainer.TakenNames = .init(),
    only isWanted: @escaping (EntityKind, String) -> Bool = { _, _ in true }
  ) throws(CommandError) -> AdoptedContainer {
    do throws(AdoptionError) {
      let publicID = publicID ?? AdoptedContainer.inventedPublicID
      // What is added to a plan is not made by it.
      return invocation.arguments.has(Init.raw) || invocation.arguments.has(Init.into)
        ? try AdoptedContainer(version, publicID: publicID, taken: taken, only: isWanted)
        : try AdoptedContainer.recognising(version, publicID: publicID)
    } catch {
      throw CommandError(
        "\(label) cannot become a plan: \(error.message)", notes: error.notes)
    }
  }

  /// Compiles the plan and compares the outcome with the container.
  ///
  /// - Throws: where anything of the container would be lost.
  private func check(_ container: AdoptedContainer) throws(CommandError) {
    let compilation = Compilation(container.plan, name: container.planName ?? "Adopted") { path in
      container.templateBytes(at: path).map { .bytes($0) } ?? .missing(reason: "no such file")
    }
    guard let planned = try? PlannedContainers(compilation).container(like: file, chosen: nil)
    else {
      let first = compilation.diagnostics.first { $0.severity == .error }
      throw CommandError(
        "\(label) cannot become a plan: \(first?.message ?? "it has no container")",
        notes: first?.notes.map(\.message) ?? [])
    }
    let diff = try self.diff(to: planned, isExact: true)
    guard let lost = diff.entities.first else { return }
    let others = diff.entities.count - 1
    throw CommandError(
      "\(lost.kind.word) '\(lost.name)' has something that a plan cannot say"
        + (lost.changes.first.map { ": '\($0.path)'" } ?? "")
        + (others == 0 ? "" : "; so \(others == 1 ? "has 1 other" : "have \(others) others")"),
      notes: ["nothing was written"])
  }

  /// Compares the container with the one that a plan compiles to.
  func diff(to planned: ContainerFile, isExact: Bool) throws(CommandError) -> ContainerDiff {
    do throws(ContainerFileError) {
      return try ContainerDiff(
        from: file, to: planned,
        options: DiffOptions(
          oldLabel: label, newLabel: "the plan", newIsPlan: true, isExact: isExact,
          placeholderPrefix: Secret.placeholderPrefix))
    } catch {
      throw CommandError(error)
    }
  }
}
