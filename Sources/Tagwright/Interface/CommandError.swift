package import Diagnostics

/// The reason for which a command's work could not be done.
package struct CommandError: Error, Hashable, Sendable {
  /// The problem, lower case, without a full stop.
  package let message: String
  /// The remedies, a line each.
  package let notes: [String]
  /// The end of the process: a finding where the plan is at fault.
  package let status: ExitStatus

  /// Says what is wrong and what to do.
  package init(_ message: String, notes: [String] = [], status: ExitStatus = .failure) {
    self.message = message
    self.notes = notes
    self.status = status
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

/// Reads or writes files, and passes an error on as one of the command.
///
/// - Throws: the reason why a file could not be read or written.
func passingOn<Value>(
  _ work: @autoclosure () throws(FileError) -> Value
) throws(CommandError) -> Value {
  do {
    return try work()
  } catch {
    throw CommandError(error)
  }
}
