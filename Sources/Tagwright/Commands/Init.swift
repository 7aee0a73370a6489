import Compiler
import Diagnostics

extension Command {
  /// Writes a package of one's own.
  package static let `init` = Command(
    "init",
    summary: "write a package of one's own, with a plan that compiles",
    discussion: [
      "Two commands later it has generated: 'cd DIR' and 'swift run NAME generate'. The package",
      "depends on the checkout of Tagwright that 'init' is run in; elsewhere, '--tagwright' says",
      "where it is, or a placeholder has to be replaced in 'Package.swift'.",
      "",
      "'--from-container' makes a plan of a container that exists: an export of Tag Manager or a saved",
      "answer of its API; '--live' fetches it instead. It compiles to the same container. What a plan of",
      "Tagwright has made comes back as that plan, all else in Tag Manager's own terms; with '--raw'",
      "everything does. Values that look like access tokens go into the file '.env', which git ignores.",
      "Given twice, for a server container and the web container that sends to it, both become one plan.",
      "",
      "'--into' adds to the package that runs: 'swift run NAME init . --into --from-container FILE' writes",
      "files with what the container has and the plan lacks, and changes no file that is there.",
    ],
    options: [
      Init.destinations, Init.events, Init.container, Init.live, Init.containerID, Init.raw,
      Init.into,
      Init.tagwright,
    ] + LiveContainerReading.options,
    operands: Operands(
      "DIR", "the folder, new or empty; its name becomes the package's", count: 1...1),
    run: { invocation throws(CommandError) in
      if let adoption = try InitFromContainer(invocation) { return try adoption.run() }
      return try Init(invocation: invocation).run()
    })
}

/// One run of `init`.
struct Init {
  static let destinations = Option.text(
    "to", "NAMES",
    "destinations: \(StartingDestination.all.map(\.word).joined(separator: ", "))"
  )
  static let events = Option.text(
    "from-events", "FILE", "map these events: a name a line, or a table's first column")
  static let tagwright = Option.text(
    "tagwright", "PATH-OR-URL", "where the package gets Tagwright from")

  static let container = Option.text(
    "from-container", "FILE", "make the plan of this container; of two, where it is given twice",
    mayRepeat: true)
  static let live = Option.flag("live", "make the plan of the live container")
  static let containerID = Option.text(
    "container-id", "GTM-ID", "which container '--live' fetches, or the public id that a file lacks"
  )
  static let raw = Option.flag(
    "raw", "leave everything of the container in Tag Manager's own terms")

  static let into = Option.flag("into", "add to the package in DIR what its plan lacks")

  let invocation: Invocation

  func run() throws(CommandError) -> ExitStatus {
    let place = try PackagePlace(invocation)
    let events = try events()
    let plan = StartingPlan(
      names: place.names,
      destinations: try destinations().map {
        ($0, EventMapText(names: events?.names ?? EventMapText.usualNames, for: $0))
      })
    let package = NewPackage(
      names: place.names, tagwright: place.location ?? .placeholder, sources: plan.files,
      secret: plan.secret, prefix: place.prefix)
    try place.write(package.files)
    for line in events?.skipped ?? [] { invocation.console.report("note: skipped \(line)") }
    tell(package, in: place)
    return .success
  }

  /// Those that the command line names, each once; the first of all without any.
  private func destinations() throws(CommandError) -> [StartingDestination] {
    let all = StartingDestination.all
    guard let given = invocation.arguments[Self.destinations] else { return Array(all.prefix(1)) }
    var found: [StartingDestination] = []
    for word in given.split(separator: ",").map({ $0.filter { $0 != " " }.lowercased() }) {
      guard let destination = all.first(where: { $0.word == word }) else {
        throw CommandError(
          "'\(word)' is not a destination",
          notes: ["name some of \(all.map { "'\($0.word)'" }.joined(separator: ", "))"])
      }
      if !found.contains(where: { $0.word == word }) { found.append(destination) }
    }
    return found.isEmpty ? Array(all.prefix(1)) : found
  }

  private func tell(_ package: NewPackage, in place: PackagePlace) {
    let console = invocation.console
    place.tellFiles(package)
    console.print(
      "Next: put your own ids into '\(place.typed)/Sources/\(place.names.type)/Plan.swift' (those there are invented), then"
    )
    console.print("")
    place.tellCommands()
    console.print("'Output/README.md' then says what to import where.")
    place.tellNotes(package)
  }

  private func events() throws(CommandError) -> EventNames? {
    guard let file = invocation.arguments[Self.events] else { return nil }
    let bytes = try passingOn(FileSystem.read(file, limit: 1 << 20))
    return try EventNames(reading: bytes, file: file)
  }
}
