/// One thing to do to the output folder, or the finding that nothing is to be done.
///
/// Paths are relative to that folder, with `/` between folders.
package enum FileEffect: Hashable, Sendable {
  /// Another content, or one where nothing was.
  case write(path: String, bytes: [UInt8], isNew: Bool)
  /// The file has these bytes already.
  case unchanged(path: String)
  /// An earlier run made the file, and nothing makes it now.
  case remove(path: String)

  /// The file that it is about.
  package var path: String {
    switch self {
    case .write(let path, _, _), .unchanged(let path), .remove(let path): path
    }
  }

  /// The change to the file, in a word for programs.
  var change: String {
    switch self {
    case .write(_, _, isNew: true): "new"
    case .write: "changed"
    case .unchanged: "unchanged"
    case .remove: "removed"
    }
  }

  /// Whether the file stays as it is.
  package var isUnchanged: Bool {
    if case .unchanged = self { return true }
    return false
  }
}
