import Diagnostics

/// The list of the files that a run made, kept in the output folder: only these are ever removed.
///
/// One path a line, relative to the output folder, sorted by UTF-8 bytes. The lines of an unresolved
/// merge do no harm: what is no file is not removed.
package struct Manifest: Hashable, Sendable {
  /// The list's own file in the output folder.
  package static let fileName = ".tagwright"

  /// The paths of the files in the output folder besides the list itself.
  package let paths: Set<String>

  /// Lists files, whose paths have passed ``isSafe(_:)``.
  package init(paths: some Sequence<String>) {
    self.paths = Set(paths)
  }

  /// Reads a list.
  ///
  /// - Parameter file: named in errors.
  /// - Throws: where a line leads out of the folder.
  package init(reading bytes: [UInt8], file: String) throws(FileError) {
    var paths: Set<String> = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      var line = line
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      guard !line.isEmpty else { continue }
      let path = String(decoding: line, as: UTF8.self)
      guard Self.isSafe(path) else {
        throw FileError(
          "\(file):\(index + 1): '\(path.withVisibleControls)' is not a path below the output folder",
          advice: "restore the file from git, or remove the line")
      }
      paths.insert(path)
    }
    self.paths = paths
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    let lines = paths.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    return lines.flatMap { $0 + [UInt8(ascii: "\n")] }
  }

  /// Whether a path stays inside the folder that it is relative to, and fits on a line.
  package static func isSafe(_ path: String) -> Bool {
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    return components.allSatisfy { !["", ".", ".."].contains($0) }
      && !path.hasControls
  }
}
