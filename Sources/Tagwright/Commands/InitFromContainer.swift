import Adoption
import Compiler
import ContainerDiff
import Diagnostics
import TagManager
import TagwrightPlan

/// One run of `init` for a container that exists.
struct InitFromContainer {
  let invocation: Invocation
  /// The containers: one, or a server container and a web container.
  let containers: [GivenContainer]

  /// Reads the container; `nil` where none is asked for.
  ///
  /// - Throws: for options that mean nothing together, and where the container cannot be read.
  init?(_ invocation: Invocation) throws(CommandError) {
    let arguments = invocation.arguments
    self.invocation = invocation
    let publicID = arguments[Init.containerID]
    let paths = arguments.all(Init.container)
    guard !paths.isEmpty || arguments.has(Init.live) else {
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
    guard let path = paths.first else {
      guard let publicID else {
        throw CommandError(
          "'--live' does not say which container",
          notes: ["name it by its public id: '--container-id GTM-ABC1234'"])
      }
      let reading = try LiveContainerReading(arguments)
      let bytes = try reading.bytes(publicID: publicID, for: invocation)
      let file = try ContainerFile.reading(
        bytes, name: "the \(reading.name(publicID: publicID))")
      containers = try GivenContainer.all([file], publicID: publicID)
      return
    }
    if arguments.has(Init.live) {
      throw CommandError("'--from-container' and '--live' exclude each other")
    }
    if let option = LiveContainerReading.options.first(where: arguments.has) {
      throw CommandError("'--\(option.name)' is about the live container: leave '\(path)' out")
    }
    guard paths.count == 1 || !arguments.has(Init.into) else {
      throw CommandError("'--into' takes one container", notes: ["run it once for each"])
    }
    var files: [ContainerFile] = []
    for path in paths { files.append(try ContainerFile.reading(path: path)) }
    containers = try GivenContainer.all(files, publicID: publicID)
  }

  func run() throws(CommandError) -> ExitStatus {
    if invocation.arguments.has(Init.into) {
      return try AddedContainer(containers[0], for: invocation).run()
    }
    let place = try PackagePlace(invocation)
    let plan = try adopted()
    for container in containers { try check(plan, against: container) }
    let sources = AdoptedSources(plan, type: plan.planName ?? place.names.type)
    let package = NewPackage(
      names: place.names, tagwright: place.location ?? .placeholder,
      sources: sources.files.map { ($0.path, $0.text) },
      otherFolders: plan.templates.isEmpty ? [] : [AdoptedTemplate.folder],
      secret: plan.secrets.first?.name ?? "", prefix: place.prefix)
    try place.write(package.files)
    try EnvironmentFile.add(plan.secrets, in: place.folder)
    let console = invocation.console
    place.tellFiles(package)
    for report in reports(of: plan) {
      for line in report.lines { console.print(line) }
      console.print("")
    }
    console.print("Next:")
    console.print("")
    place.tellCommands()
    let same = containers.count == 1 ? "container" : "containers"
    console.print("The plan compiles to the same \(same): 'diff' finds nothing.")
    place.tellNotes(package)
    return .success
  }

  /// Makes declarations of the containers.
  private func adopted() throws(CommandError) -> AdoptedPlan {
    let isRaw = invocation.arguments.has(Init.raw)
    let (first, second) = (containers[0], containers.dropFirst().first)
    let browser = isRaw ? nil : second.map { BrowserHalfReading($0.version) }
    var plan: AdoptedPlan
    do throws(AdoptionError) {
      plan = AdoptedPlan(
        isRaw
          ? try AdoptedContainer(first.version, publicID: first.publicID)
          : try AdoptedContainer.recognising(
            first.version, browser: browser, publicID: first.publicID))
    } catch {
      throw CommandError(error, of: first.label)
    }
    guard let second else { return plan }
    do throws(AdoptionError) {
      try plan.add(web: second.version, browser, publicID: second.publicID)
    } catch {
      throw CommandError(error, of: second.label)
    }
    return plan
  }

  private func reports(of plan: AdoptedPlan) -> [AdoptionReport] {
    let reports = [
      AdoptionReport(plan.first, of: containers[0].version, label: containers[0].label)
    ]
    guard let second = containers.dropFirst().first else { return reports }
    switch plan.web {
    case nil: return reports
    case .made(let web, let further):
      return reports + [
        AdoptionReport(web, beside: further, of: second.version, label: second.label)
      ]
    case .declared(let web):
      return reports + [
        AdoptionReport(web, remarks: plan.webRemarks, of: second.version, label: second.label)
      ]
    }
  }

  /// Compiles the plan and compares the outcome with a container.
  ///
  /// - Throws: where anything of the container would be lost.
  private func check(
    _ plan: AdoptedPlan, against container: GivenContainer
  ) throws(CommandError) {
    let compilation = Compilation(plan.plan, name: plan.planName ?? "Adopted") { path in
      plan.templateBytes(at: path).map { .bytes($0) } ?? .missing(reason: "no such file")
    }
    let made =
      container.side == .server
      ? compilation.containers.first?.version : compilation.webContainers.first?.version
    guard let made else {
      let first = compilation.diagnostics.first { $0.severity == .error }
      throw CommandError(
        "\(container.label) cannot become a plan: \(first?.message ?? "it has no container")",
        notes: first?.notes.map(\.message) ?? [])
    }
    let diff = try container.diff(to: ContainerFile(made, name: "the plan"), isExact: true)
    guard let lost = diff.entities.first else { return }
    let others = diff.entities.count - 1
    throw CommandError(
      "\(lost.kind.word) '\(lost.name)' has something that a plan cannot say"
        + (lost.changes.first.map { ": '\($0.path)'" } ?? "")
        + (others == 0 ? "" : "; so \(others == 1 ? "has 1 other" : "have \(others) others")"),
      notes: ["nothing was written"])
  }
}
