import Diagnostics

/// The place where a new package is written.
struct PackagePlace {
  /// The folder as it was typed.
  let typed: String
  /// The folder, absolute and without links.
  let folder: String
  let names: PackageNames
  /// The folder or address of Tagwright; `nil` where nobody knows.
  let location: TagwrightLocation?
  /// The package's folder below the top of a git work tree, with a slash behind it; empty at the top or outside of git.
  let prefix: String
  private let isInWorkTree: Bool
  private let console: Console

  /// Looks at the folder that was typed; it is made when the first file is written.
  ///
  /// - Throws: where it holds something, and where its name or Tagwright's place cannot be used.
  init(_ invocation: Invocation) throws(CommandError) {
    typed = invocation.arguments.operands.first ?? ""
    console = invocation.console
    folder = try Self.emptyFolder(typed)
    location = try Self.location(invocation, from: folder)
    let (top, prefix) = try Self.workTree(of: folder)
    self.prefix = prefix
    isInWorkTree = top != nil
    let name = String(folder.dropFirst(folder.parentFolder.count))
    let dependency = (location ?? .placeholder).identity
    guard name.lowercased() != dependency.lowercased() else {
      throw CommandError(
        "a package in a folder '\(name)' cannot depend on another that is called '\(dependency)'",
        notes: ["name another folder"])
    }
    names = PackageNames(folder: name)
  }

  /// Writes new files.
  func write(_ files: [(path: String, text: String)]) throws(CommandError) {
    do throws(FileError) {
      for file in files {
        let path = "\(folder)/\(file.path)"
        _ = try FileSystem.makeFolders(String(path.parentFolder.dropLast()), permissions: 0o777)
        try FileSystem.write(
          Array(file.text.utf8), toNew: path, named: "\(typed)/\(file.path)", permissions: 0o666)
      }
    } catch {
      throw CommandError(error)
    }
  }

  /// Prints what was written.
  func tellFiles(_ package: NewPackage) {
    for file in package.files { console.print("wrote \(typed)/\(file.path)") }
    console.print("")
  }

  /// Prints what to type next.
  func tellCommands() {
    if typed != "." { console.print("cd \(ShellText.quotedIfNeeded(typed))") }
    console.print("swift run \(names.product) generate")
    if isInWorkTree { console.print("swift run \(names.product) hook install") }
    console.print("")
  }

  /// Says what is left to be done by hand.
  func tellNotes(_ package: NewPackage) {
    if case .folder(let path, _) = package.tagwright {
      console.report(
        "note: the package depends on the folder '\(path)' of this machine; on GitHub its workflow clones the "
          + "address in the variable TAGWRIGHT_URL, '--tagwright URL' depends on it everywhere")
    }
    if location == nil {
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
  private static func emptyFolder(_ typed: String) throws(CommandError) -> String {
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

  private static func location(
    _ invocation: Invocation, from package: String
  ) throws(CommandError) -> TagwrightLocation? {
    if let typed = invocation.arguments[Init.tagwright] {
      return try TagwrightLocation(typed, from: package)
    }
    return TagwrightLocation(holding: invocation.workingDirectory, from: package)
  }

  /// The git work tree that the package will be in, and its folder there.
  private static func workTree(of folder: String) throws(CommandError) -> (
    top: String?, prefix: String
  ) {
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
