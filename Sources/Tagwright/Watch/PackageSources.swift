import Diagnostics

/// The files from which a plan is compiled, and when each of them was changed.
///
/// Template files may lie anywhere in the package: the plan names them by their paths.
package struct PackageSources: Hashable, Sendable {
  /// The properties that tell one state of a file from another.
  private struct State: Hashable, Sendable {
    let modified: Int
    let size: Int
    let identity: FileSystem.Identity
  }

  private let states: [String: State]

  /// Looks at a package.
  ///
  /// - Parameter folder: absolute.
  /// - Throws: where a folder cannot be read.
  package init(of folder: String) throws(FileError) {
    var states: [String: State] = [:]
    var folders = [""]
    while let inner = folders.popLast() {
      for name in try FileSystem.names(in: "\(folder)/\(inner)") where !name.hasPrefix(".") {
        let path = inner + name
        guard let status = try FileSystem.status(of: "\(folder)/\(path)", followingLinks: true)
        else { continue }
        if status.kind == .folder {
          // A link may lead to a folder above.
          let isLink = try FileSystem.status(of: "\(folder)/\(path)")?.kind == .link
          if path != "Output", !isLink { folders.append("\(path)/") }
        } else if Self.isSource(path) {
          states[path] = State(
            modified: status.modified, size: status.size, identity: status.identity)
        }
      }
    }
    self.states = states
  }

  /// The number of files.
  package var count: Int { states.count }

  /// The paths of files that are new, gone or changed since an earlier state, sorted.
  package func changes(since earlier: PackageSources) -> [String] {
    Set(states.keys).union(earlier.states.keys)
      .filter { states[$0] != earlier.states[$0] }.sorted()
  }

  private static func isSource(_ path: String) -> Bool {
    ["Package.swift", "Package.resolved"].contains(path) || path.hasPrefix("Sources/")
      || path.hasPrefix("Templates/") || path.hasSuffix(".tpl")
  }
}
