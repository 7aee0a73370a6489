import Diagnostics
import JSONText

/// Diagnostics in each of the forms in which commands print them.
struct DiagnosticList {
  /// The diagnostics, in the order in which they are printed.
  let diagnostics: [Diagnostic]
  /// Places are shown relative to it.
  let folder: String

  var errors: Int { diagnostics.count { $0.severity == .error } }
  var warnings: Int { diagnostics.count { $0.severity == .warning } }

  /// For a person: every diagnostic with its notes.
  func lines(_ style: SeverityStyle) -> [String] {
    diagnostics.map { $0.text(relativeTo: folder, style: style) }
  }

  /// One annotation of a workflow of GitHub Actions for each diagnostic.
  var annotations: [String] {
    diagnostics.map { diagnostic in
      WorkflowAnnotation(
        diagnostic, at: place(of: diagnostic), message: message(of: diagnostic)
      ).text
    }
  }

  /// The place as it is shown, its file relative to the folder; for an entity, the first line of its container's file.
  func place(of diagnostic: Diagnostic) -> SourcePlace? {
    diagnostic.place.map(shown)
      ?? diagnostic.subject.map { SourcePlace(file: $0.container, line: 1) }
  }

  /// A place as it is shown: its file relative to the folder.
  func shown(_ place: SourcePlace) -> SourcePlace {
    SourcePlace(file: SourcePlace.shown(place.file, relativeTo: folder), line: place.line)
  }

  /// The message, behind the entity that it is about; then each note on a line of its own.
  func message(of diagnostic: Diagnostic) -> String {
    let subject = diagnostic.subject.map { "\($0.text): " } ?? ""
    let notes = diagnostic.notes.map { note in
      note.place.map { "\(note.message): \($0.relative(to: folder))" } ?? note.message
    }
    return ([subject + diagnostic.message] + notes).joined(separator: "\n")
  }

  /// For programs that read on.
  var json: JSON { .array(diagnostics.map(json)) }

  private func json(_ diagnostic: Diagnostic) -> JSON {
    var object = JSONObject()
    object["severity"] = .string(diagnostic.severity.rawValue)
    object["rule"] = .string(diagnostic.rule)
    object["message"] = .string(diagnostic.message)
    add(diagnostic.place, to: &object)
    object["notes"] = .array(
      diagnostic.notes.map { note in
        var object = JSONObject()
        object["message"] = .string(note.message)
        add(note.place, to: &object)
        return .object(object)
      })
    return .object(object)
  }

  private func add(_ place: SourcePlace?, to object: inout JSONObject) {
    guard let place = place.map(shown) else { return }
    object["file"] = .string(place.file)
    object["line"] = .number(JSONNumber(place.line))
  }
}
