/// A file that only its owner may read, put in its place at once.
///
/// It keeps what is nobody else's business: a live container, which holds the values of its secrets, the plan of a push, the
/// counts of a log.
struct PrivateFile {
  private let name: String
  /// Absolute, without links.
  private let path: String

  /// Looks at the place before anything is asked for.
  ///
  /// - Throws: where no file can be there.
  init(path: String) throws(CommandError) {
    name = path
    do throws(FileError) {
      self.path = try FileSystem.resolved(path)
      let folder = self.path.parentFolder
      guard try FileSystem.status(of: folder)?.kind == .folder else {
        throw FileError("cannot write '\(path)'", reason: "its folder does not exist")
      }
      let kind = try FileSystem.status(of: self.path)?.kind ?? .file
      guard kind == .file else {
        throw FileError("cannot write '\(path)'", reason: "it is not a file")
      }
    } catch {
      throw CommandError(error)
    }
  }

  /// Puts the bytes in the place of what was there, at once.
  func write(_ bytes: [UInt8]) throws(CommandError) {
    let folder = path.parentFolder
    let temporary = "\(folder)\(OutputFolder.temporaryPrefix)\(path.dropFirst(folder.count))"
    do throws(FileError) {
      try FileSystem.removeFile(temporary)
      try FileSystem.write(bytes, toNew: temporary, named: name, permissions: 0o600)
      try FileSystem.move(temporary, to: path)
    } catch {
      throw CommandError(error)
    }
  }

  /// The warning about a live container where git would see the file.
  var warning: String? {
    get throws(CommandError) {
      do throws(FileError) {
        guard let root = try GitWorkTree.root(holding: String(path.parentFolder.dropLast())) else {
          return nil
        }
        return "'\(name)' is in the git work tree '\(root)': do not commit it, "
          + "since it holds the values of the container's secrets"
      } catch {
        throw CommandError(error)
      }
    }
  }
}
