package import Compiler

/// The folder that generated files go into.
///
/// Reading it gives ``FileEffect`` values; ``update(with:)`` also executes them. Whatever moment the
/// process is killed at, each file is the old or the new one, and the next run finishes the work:
/// new content waits in temporary files until all of it is on the disk, and the list of what has been
/// made is written after the removals and before what is new.
package struct OutputFolder: Sendable {
  /// The kinds of access to what is written.
  package enum Access: Sendable {
    /// Whoever the process's `umask` lets.
    case shared
    /// Nobody but the owner: files 0600, new folders 0700.
    case ownerOnly
  }

  /// The folder as messages name it.
  package let name: String
  /// The folder as it is opened.
  package let path: String
  /// The access to what is written.
  package let access: Access

  /// Names a folder, which need not exist.
  package init(_ name: String, path: String? = nil, access: Access = .shared) {
    self.name = name
    self.path = path ?? name
    self.access = access
  }

  /// The beginning of the name of a file that a killed run left behind.
  static let temporaryPrefix = ".tagwright-temporary-"

  /// Returns the changes that are needed so that the folder holds exactly these generated files.
  ///
  /// Removals come first, then the list of what has been made, then the files in their order.
  ///
  /// - Parameter inner: a folder inside this one, such as `staging/`, outside of which nothing is touched.
  /// - Throws: where something cannot be read, or stands in the way and was not generated.
  package func effects(
    for files: [RenderedFile], within inner: String? = nil
  ) throws(FileError) -> [FileEffect] {
    if let status = try FileSystem.status(of: path, followingLinks: true), status.kind != .folder {
      throw FileError("'\(name)' is not a folder")
    }
    try checkPaths(files)
    let listed = try manifest()
    let kept = inner.map { inner in listed.filter { !$0.hasPrefix(inner) } } ?? []
    let manifest = Manifest(paths: files.map(\.path) + kept)
    let stale = try removals(listed.subtracting(manifest.paths))
    let leftovers = try leftovers(besides: listed.union(manifest.paths))
    let list = RenderedFile(path: Manifest.fileName, bytes: manifest.bytes)
    var effects = (leftovers + stale.map(\.path)).map { FileEffect.remove(path: $0) }
    let replaced = Set(stale.map(\.identity))
    for file in [list] + files {
      effects.append(
        try effect(
          for: file, isListed: file == list || listed.contains(file.path), replaced: replaced))
    }
    return effects
  }

  /// Brings the folder up to date, and returns what was done.
  ///
  /// - Throws: before anything was changed, where the disk is full, something cannot be read or
  ///   written, or a file stands in the way that was not generated.
  package func update(
    with files: [RenderedFile], within inner: String? = nil
  ) throws(FileError) -> [FileEffect] {
    let made = try FileSystem.makeFolders(path, permissions: folderPermissions)
    do throws(FileError) {
      if access == .ownerOnly, try FileSystem.names(in: path).isEmpty {
        try FileSystem.setPermissions(folderPermissions, of: path)
      }
      let lock = try FolderLock(path, name: name)
      defer { lock.release() }
      let effects = try effects(for: files, within: inner)
      try execute(effects)
      return effects
    } catch {
      for folder in made.reversed() { FileSystem.removeFolder(ifEmpty: folder) }
      throw error
    }
  }

  /// The permissions of new files.
  var filePermissions: UInt32 { access == .ownerOnly ? 0o600 : 0o666 }
  /// The permissions of new folders.
  var folderPermissions: UInt32 { access == .ownerOnly ? 0o700 : 0o777 }

  private func checkPaths(_ files: [RenderedFile]) throws(FileError) {
    var seen: Set<String> = [Manifest.fileName]
    for file in files {
      guard Manifest.isSafe(file.path) else {
        throw FileError("'\(file.path)' is not a path below the output folder")
      }
      guard seen.insert(file.path).inserted else {
        throw FileError(
          "two generated files have the path '\(file.path)'",
          advice: "give one of the two declarations a name of its own")
      }
    }
  }

  /// The paths that an earlier run listed.
  private func manifest() throws(FileError) -> Set<String> {
    guard try fileStatus(Manifest.fileName) != nil else { return [] }
    let bytes = try FileSystem.read("\(path)/\(Manifest.fileName)")
    return try Manifest(reading: bytes, file: "\(name)/\(Manifest.fileName)").paths
      .subtracting([Manifest.fileName])
  }

  private func effect(
    for file: RenderedFile, isListed: Bool, replaced: Set<FileSystem.Identity>
  ) throws(FileError) -> FileEffect {
    guard let status = try fileStatus(file.path) else {
      return .write(path: file.path, bytes: file.bytes, isNew: true)
    }
    // On a disk that ignores case, the same file may be listed under its old spelling.
    let isRespelt = replaced.contains(status.identity)
    let isPrivate = access == .shared || status.permissions & 0o077 == 0
    var isSame = status.size == file.bytes.count
    if isSame { isSame = try FileSystem.read("\(path)/\(file.path)") == file.bytes }
    guard isSame || isListed || isRespelt else {
      throw FileError(
        "'\(name)/\(file.path)' stands in the way: it was not generated",
        advice: "move it away, or choose another folder with '--into DIR'")
    }
    return isSame && isPrivate && !isRespelt
      ? .unchanged(path: file.path)
      : .write(path: file.path, bytes: file.bytes, isNew: false)
  }

  /// The listed files that are no longer made and still there.
  private func removals(
    _ paths: Set<String>
  ) throws(FileError) -> [(path: String, identity: FileSystem.Identity)] {
    var removals: [(path: String, identity: FileSystem.Identity)] = []
    for stale in paths.sorted() {
      guard try !leadsThroughLink(stale),
        let status = try FileSystem.status(of: "\(path)/\(stale)"), status.kind == .file
      else { continue }
      removals.append((stale, status.identity))
    }
    return removals
  }

  /// The temporary files that a killed run left beside generated files.
  private func leftovers(besides paths: Set<String>) throws(FileError) -> [String] {
    let folders = Set(paths.map { $0.parentFolder })
    var leftovers: [String] = []
    for folder in folders.union([""]).sorted() where try !leadsThroughLink(folder) {
      for name in try FileSystem.names(in: "\(path)/\(folder)")
      where name.hasPrefix(Self.temporaryPrefix) {
        leftovers.append(folder + name)
      }
    }
    return leftovers
  }

  /// Returns the status of the place of a generated file: nothing or a file.
  private func fileStatus(_ relative: String) throws(FileError) -> FileSystem.Status? {
    if try leadsThroughLink(relative) {
      throw FileError(
        "'\(name)/\(relative)' leads through a symbolic link or a file, so it is not written",
        advice: "replace it by a folder")
    }
    let status = try FileSystem.status(of: "\(path)/\(relative)")
    guard let status, status.kind != .file else { return status }
    throw FileError(
      "'\(name)/\(relative)' stands in the way: it is not a regular file", advice: "move it away")
  }

  /// Whether a folder on the way is something else than a folder.
  private func leadsThroughLink(_ relative: String) throws(FileError) -> Bool {
    for slash in relative.indices where relative[slash] == "/" {
      let status = try FileSystem.status(of: "\(path)/\(relative[..<slash])")
      guard let status else { return false }
      if status.kind != .folder { return true }
    }
    return false
  }
}

extension String {
  /// The folder of a relative path, with its final `/`; empty at the top.
  var parentFolder: String {
    lastIndex(of: "/").map { String(self[...$0]) } ?? ""
  }
}
