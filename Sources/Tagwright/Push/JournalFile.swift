import JSONText
import Publishing

/// The file with the journal of the pushes into one container, below `.tagwright/` in the package: only its owner
/// may read it, and git ignores the folder.
struct JournalFile {
  /// The folder's name in the package.
  static let folderName = ".tagwright"

  private let path: String
  private let name: String

  /// - Parameters:
  ///   - package: the package's folder, absolute.
  ///   - publicID: such as `GTM-ABC1234`.
  init(package: String, publicID: String) {
    name = "\(Self.folderName)/push-\(publicID).json"
    path = (package == "/" ? "" : package) + "/\(name)"
  }

  /// Makes the folder, and keeps two pushes of one package from writing at once.
  static func lock(package: String) throws(CommandError) -> FolderLock {
    let folder = (package == "/" ? "" : package) + "/\(folderName)"
    do throws(FileError) {
      _ = try FileSystem.makeFolders(folder, permissions: 0o700)
      let lock = try FolderLock(folder, name: folderName)
      let ignored = "\(folder)/.gitignore"
      if try FileSystem.status(of: ignored) == nil {
        try replace(ignored, with: Array("*\n".utf8), named: "\(folderName)/.gitignore")
      }
      return lock
    } catch {
      throw CommandError(error)
    }
  }

  /// Reads and keeps the journal.
  var store: JournalStore {
    JournalStore(
      load: { () throws(PushFailure) in
        let bytes: [UInt8]
        do throws(FileError) {
          guard try FileSystem.status(of: path) != nil else { return PushJournal() }
          bytes = try FileSystem.read(path)
        } catch {
          throw PushFailure(error.description)
        }
        guard let json = try? JSON.read(bytes), let journal = PushJournal(json) else {
          throw PushFailure(
            "'\(name)' is not a journal of this version",
            notes: ["remove it: what the plan owns then follows from the notes in the container"])
        }
        return journal
      },
      save: { journal throws(PushFailure) in
        do throws(FileError) {
          try Self.replace(path, with: journal.json.bytes(.container), named: name)
        } catch {
          throw PushFailure(error.description)
        }
      })
  }

  /// Puts a file in the place of another, at once.
  private static func replace(
    _ path: String, with bytes: [UInt8], named name: String
  ) throws(FileError) {
    let temporary = "\(path).new"
    try FileSystem.removeFile(temporary)
    try FileSystem.write(bytes, toNew: temporary, named: name, permissions: 0o600)
    try FileSystem.move(temporary, to: path)
  }
}
