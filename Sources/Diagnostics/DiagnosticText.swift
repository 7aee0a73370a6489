extension Diagnostic {
  /// The lines that a person reads: `file:line: error: message [rule]`, then a `note:` line each.
  ///
  /// - Parameter folder: paths below this folder are printed relative to it.
  package func text(relativeTo folder: String = "") -> String {
    var lines = [
      Self.line(place, severity.rawValue, "\(message) [\(rule)]", relativeTo: folder)
    ]
    for note in notes {
      lines.append(Self.line(note.place ?? place, "note", note.message, relativeTo: folder))
    }
    return lines.joined(separator: "\n")
  }

  private static func line(
    _ place: SourcePlace?, _ kind: String, _ message: String, relativeTo folder: String
  ) -> String {
    guard let place else { return "\(kind): \(message)" }
    return "\(place.relative(to: folder)): \(kind): \(message)"
  }
}

extension SourcePlace {
  /// `file:line`, the file relative to a folder that holds it.
  package func relative(to folder: String) -> String {
    let prefix = folder.hasSuffix("/") || folder.isEmpty ? folder : folder + "/"
    let shown = !prefix.isEmpty && file.hasPrefix(prefix) ? file.dropFirst(prefix.count) : file[...]
    return "\(shown):\(line)"
  }
}
