extension Diagnostic {
  /// The lines that a person reads: `file:line: error: message [rule]`, or the container's file and the entity in front,
  /// then a `note:` line each.
  ///
  /// - Parameters:
  ///   - folder: paths below this folder are printed relative to it.
  ///   - style: how the words `error`, `warning` and `note` stand out.
  package func text(relativeTo folder: String = "", style: SeverityStyle = .plain) -> String {
    let word = style.word(severity.rawValue)
    if let subject {
      let line =
        "\(subject.container): \(subject.text): ".withVisibleControls
        + "\(word): " + "\(message) [\(rule)]".withVisibleControls
      let notes = notes.map { "  \(style.word("note")): \($0.message.withVisibleControls)" }
      return ([line] + notes).joined(separator: "\n")
    }
    var lines = [Self.line(place, word, "\(message) [\(rule)]", relativeTo: folder)]
    for note in notes {
      lines.append(
        Self.line(note.place ?? place, style.word("note"), note.message, relativeTo: folder))
    }
    return lines.joined(separator: "\n")
  }

  private static func line(
    _ place: SourcePlace?, _ kind: String, _ message: String, relativeTo folder: String
  ) -> String {
    let message = message.withVisibleControls
    guard let place else { return "\(kind): \(message)" }
    return "\(place.relative(to: folder)): \(kind): \(message)"
  }
}

extension SourcePlace {
  /// `file:line`, the file relative to a folder that holds it.
  package func relative(to folder: String) -> String {
    "\(Self.shown(file, relativeTo: folder)):\(line)"
  }

  /// A file's path relative to a folder that holds it; as it is where the folder does not.
  package static func shown(_ file: String, relativeTo folder: String) -> String {
    let prefix = folder.hasSuffix("/") || folder.isEmpty ? folder : folder + "/"
    return !prefix.isEmpty && file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
  }
}

/// The ways to set off the words `error`, `warning` and `note`.
package enum SeverityStyle: Sendable {
  /// As they are: for files, pipes and tests.
  case plain
  /// In colour, by the escape sequences of ECMA-48: for terminals.
  case coloured

  /// The word, as it is printed.
  package func word(_ word: String) -> String { self.word(word, as: word) }

  /// A text that stands out as a word does.
  package func word(_ word: String, as text: String) -> String {
    guard self == .coloured else { return text }
    let colour =
      switch word {
      case "error", "failed": 31
      case "passed": 32
      case "warning": 35
      default: 36
      }
    return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
  }
}
