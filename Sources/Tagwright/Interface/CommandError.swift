package import Diagnostics

/// Why a command's work could not be done; the process ends with ``ExitStatus/failure``.
package struct CommandError: Error, Hashable, Sendable {
  /// What is wrong, lower case, without a full stop.
  package let message: String
  /// What to do about it, a line each.
  package let notes: [String]

  /// Says what is wrong and what to do.
  package init(_ message: String, notes: [String] = []) {
    self.message = message
    self.notes = notes
  }

  /// Passes on why a file could not be read or written.
  package init(_ error: FileError) {
    self.init(error.description, notes: error.advice.map { [$0] } ?? [])
  }

  /// `error: …`, then the notes, a line each; control characters are spelt out.
  package func text(style: SeverityStyle = .plain) -> String {
    let lines = ["\(style.word("error")): \(message.withVisibleControls)"]
    return (lines + notes.map { "\(style.word("note")): \($0.withVisibleControls)" })
      .joined(separator: "\n")
  }
}
