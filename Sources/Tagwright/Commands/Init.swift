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
    ],
    options: [Init.destinations, Init.events, Init.tagwright],
    operands: Operands(
      "DIR", "the folder, new or empty; its name becomes the package's", count: 1...1),
    run: { invocation throws(CommandError) in try Init(invocation: invocation).run() })
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

  let invocation: Invocation

  func run() throws(CommandError) -> ExitStatus {
    let typed = invocation.arguments.operands.first ?? ""
    let folder = try emptyFolder(typed)
    let location = try location(from: folder)
    let (top, prefix) = try workTree(of: folder)
    let name = String(folder.dropFirst(folder.parentFolder.count))
    let dependency = (location ?? .placeholder).identity
    guard name.lowercased() != dependency.lowercased() else {
      throw CommandError(
        "a package in a folder '\(name)' cannot depend on another that is called '\(dependency)'",
        notes: ["name another folder"])
    }
    let events = try events()
    let destinations = try destinations()
    let package = NewPackage(
      names: PackageNames(folder: name),
      tagwright: location ?? .placeholder,
      destinations: destinations.map {
        ($0, EventMapText(names: events?.names ?? EventMapText.usualNames, for: $0))
      }, prefix: prefix)
    do throws(FileError) {
      for file in package.files {
        let path = "\(folder)/\(file.path)"
        _ = try FileSystem.makeFolders(String(path.parentFolder.dropLast()), permissions: 0o777)
        try FileSystem.write(
          Array(file.text.utf8), toNew: path, named: "\(typed)/\(file.path)", permissions: 0o666)
      }
    } catch {
      throw CommandError(error)
    }
    for line in events?.skipped ?? [] { invocation.console.report("note: skipped \(line)") }
    tell(package, in: typed, top: top, hasLocation: location != nil)
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

  private func tell(_ package: NewPackage, in typed: String, top: String?, hasLocation: Bool) {
    let console = invocation.console
    for file in package.files { console.print("wrote \(typed)/\(file.path)") }
    console.print("")
    console.print(
      "Next: put your own ids into '\(typed)/Sources/\(package.names.type)/Plan.swift' (those there are invented), then"
    )
    console.print("")
    if typed != "." { console.print("cd \(ShellText.quotedIfNeeded(typed))") }
    console.print("swift run \(package.names.product) generate")
    if top != nil { console.print("swift run \(package.names.product) hook install") }
    console.print("")
    console.print("'Output/README.md' then says what to import where.")
    if case .folder(let path, _) = package.tagwright {
      console.report(
        "note: the package depends on the folder '\(path)' of this machine; on GitHub its workflow clones the "
          + "address in the variable TAGWRIGHT_URL, '--tagwright URL' depends on it everywhere")
    }
    if !hasLocation {
      console.report(
        "note: replace the placeholder in '\(typed)/Package.swift' by the address of Tagwright's "
          + "repository; '--tagwright PATH-OR-URL' does it at once")
    }
    if !package.prefix.isEmpty {
      console.report(
        "note: GitHub reads workflows at the top of a repository only: move "
          + "'\(typed)/.github/workflows/tagwright.yml' there")
    }
  }

  /// The folder, absolute and without links; made when the first file is written.
  private func emptyFolder(_ typed: String) throws(CommandError) -> String {
    do throws(FileError) {
      let folder = try FileSystem.resolved(typed)
      if let status = try FileSystem.status(of: folder), status.kind != .folder {
        throw FileError("'\(typed)' is not a folder")
      }
      let found = try FileSystem.names(in: folder).filter { $0 != ".git" }
      guard found.isEmpty else {
        throw FileError(
          "'\(typed)' is not empty: it holds '\(found[0].withVisibleControls)'",
          advice: "name a new folder")
      }
      return folder
    } catch {
      throw CommandError(error)
    }
  }

  private func location(from package: String) throws(CommandError) -> TagwrightLocation? {
    if let typed = invocation.arguments[Self.tagwright] {
      return try TagwrightLocation(typed, from: package)
    }
    return TagwrightLocation(holding: invocation.workingDirectory, from: package)
  }

  private func events() throws(CommandError) -> EventNames? {
    guard let file = invocation.arguments[Self.events] else { return nil }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(file, limit: 1 << 20)
    } catch {
      throw CommandError(error)
    }
    return try EventNames(reading: bytes, file: file)
  }

  /// The git work tree that the package will be in, and its folder there.
  private func workTree(of folder: String) throws(CommandError) -> (top: String?, prefix: String) {
    do throws(FileError) {
      guard let top = try GitWorkTree.root(holding: folder), top != folder else {
        return (try GitWorkTree.root(holding: folder), "")
      }
      return (top, folder.dropFirst(top == "/" ? 1 : top.count + 1) + "/")
    } catch {
      throw CommandError(error)
    }
  }
}
