import TagManager

/// A folder from which Spark replays a log of any size: the program, the two containers, and the executable for the
/// workers.
struct SparkJob {
  let before: ReplayContainers.Named
  let after: ReplayContainers.Named

  /// The files beside the program and the executable.
  private static let beforeName = "before.json"
  private static let afterName = "after.json"
  private static let executableName = "tagwright"
  private static let programName = "replay.py"

  /// Writes the folder; a container that is a live one has the values of its secrets.
  ///
  /// - Returns: what whoever runs it should know.
  func write(into folder: String) throws(CommandError) -> [String] {
    _ = try passingOn(FileSystem.makeFolders(folder, permissions: 0o755))
    for (name, container) in [(Self.beforeName, before), (Self.afterName, after)] {
      try PrivateFile(path: "\(folder)/\(name)").write(
        ContainerExport(version: container.version).bytes)
    }
    try PrivateFile(path: "\(folder)/\(Self.programName)").write(Array(SparkProgram.text.utf8))
    return try copyExecutable(into: folder)
  }

  private func copyExecutable(into folder: String) throws(CommandError) -> [String] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(Process.executablePath, limit: 1 << 30)
      let path = "\(folder)/\(Self.executableName)"
      try FileSystem.removeFile(path)
      try FileSystem.write(bytes, toNew: path, named: path, permissions: 0o755)
    } catch {
      throw CommandError(error)
    }
    let library = Array("libswiftCore.so".utf8)
    guard bytes.contains(library) else { return [] }
    return [
      "the executable needs Swift's libraries: workers that have none take one that was built with "
        + "'swift build -c release --static-swift-stdlib', in the place of '\(folder)/\(Self.executableName)'"
    ]
  }
}
