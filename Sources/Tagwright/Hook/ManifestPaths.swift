import Adoption

/// The folders beside a package that its manifest names, such as `.package(path: "../tagwright")`.
package enum ManifestPaths {
  private static let start = "path: \"../"

  /// The manifest with such folders by their absolute paths; paths inside the package stay.
  ///
  /// - Parameter folder: the package's own folder, absolute.
  package static func located(_ manifest: String, from folder: String) -> String {
    var located = ""
    var rest = manifest[...]
    while let range = rest.firstRange(of: start) {
      let end = rest[range.upperBound...].firstIndex(of: "\"") ?? rest.endIndex
      located += rest[..<range.lowerBound]
      let path = rest[range.upperBound..<end]
      located += "path: \"\(absolute(path, from: folder))"
      rest = rest[end...]
    }
    return located + rest
  }

  /// A path that began with `../`, relative to a folder.
  private static func absolute(_ path: Substring, from folder: String) -> String {
    var parts = folder.split(separator: "/").map { SwiftText.escaped(String($0)) }.dropLast()
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": parts = parts.dropLast()
      default: parts.append(String(part))
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}
