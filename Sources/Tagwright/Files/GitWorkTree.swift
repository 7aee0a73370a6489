/// Finds out whether git would see a file.
package enum GitWorkTree {
  /// The root of the work tree that a folder is in, if it is in one.
  ///
  /// - Parameter path: absolute and without links, as ``FileSystem/resolved(_:)`` gives it; need not exist.
  package static func root(holding path: String) throws(FileError) -> String? {
    var folder = path
    while true {
      // A folder in a clone, a file in a linked work tree or a submodule.
      if try FileSystem.status(of: folder == "/" ? "/.git" : "\(folder)/.git") != nil {
        return folder
      }
      guard folder != "/", !folder.isEmpty else { return nil }
      let parent = folder.parentFolder
      folder = parent == "/" || parent.isEmpty ? "/" : String(parent.dropLast())
    }
  }
}
