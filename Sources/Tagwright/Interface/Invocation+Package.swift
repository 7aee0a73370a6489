extension Invocation {
  /// The folder of the package that the working directory belongs to: it or the nearest above with a `Package.swift`.
  ///
  /// - Throws: where a folder on the way cannot be looked at.
  func packageFolder() throws(CommandError) -> String? {
    do throws(FileError) {
      var folder = workingDirectory == "/" ? "" : workingDirectory
      while true {
        if try FileSystem.status(of: "\(folder)/Package.swift") != nil {
          return folder.isEmpty ? "/" : folder
        }
        guard !folder.isEmpty else { return nil }
        folder = String(folder.parentFolder.dropLast())
      }
    } catch {
      throw CommandError(error)
    }
  }

  /// The folder of the package that the working directory belongs to.
  ///
  /// - Throws: where there is none.
  func requiredPackageFolder() throws(CommandError) -> String {
    if let folder = try packageFolder() { return folder }
    throw CommandError(
      "there is no 'Package.swift' here or in a folder above",
      notes: ["run it in the folder of the plan's package, or below"])
  }

  /// A file or folder of the package as messages name it: relative to the working directory.
  func shown(_ path: String, of package: String) -> String {
    let below = workingDirectory.dropFirst(package.count).split(separator: "/").count
    return String(repeating: "../", count: below) + path
  }
}
