import Diagnostics
import JSONText

/// The diagnostics of a plan or of a container's file, in each of the forms in which commands print them.
struct DiagnosticReport {
  /// The forms, in the words of `--format`.
  enum Format: String, CaseIterable {
    /// For people.
    case text
    /// For programs that read on.
    case json
    /// Annotations of a workflow of GitHub Actions.
    case github
    /// SARIF 2.1.0, which code scanning reads.
    case sarif
  }

  /// The kinds of subjects of a report.
  enum Subject {
    /// A plan, by the name of its type.
    case plan(String)
    /// A container, by its file.
    case container(String)

    /// `plan 'Shop'`.
    var text: String {
      switch self {
      case .plan(let name): "plan '\(name)'"
      case .container(let file): "'\(file)'"
      }
    }
  }

  /// The subject of the report.
  let subject: Subject
  /// Sorted by place.
  let diagnostics: [Diagnostic]
  /// Places are shown relative to it.
  let folder: String

  var errors: Int { diagnostics.count { $0.severity == .error } }
  var warnings: Int { diagnostics.count { $0.severity == .warning } }

  /// Whether there is something to mend: an error, and where that is asked for, a warning.
  func hasFindings(isStrict: Bool) -> Bool { errors > 0 || isStrict && warnings > 0 }

  /// The report in a form.
  func printed(as format: Format, style: SeverityStyle) -> String {
    switch format {
    case .text: text(style)
    case .json: json.text(.container)
    case .github: (annotations + [closingLine]).joined(separator: "\n")
    case .sarif: sarif.text(.container)
    }
  }

  /// For a person: every diagnostic with its notes, then how many there are.
  private func text(_ style: SeverityStyle) -> String {
    (diagnostics.map { $0.text(relativeTo: folder, style: style) } + [closingLine])
      .joined(separator: "\n")
  }

  /// `1 error, 2 warnings in plan 'Shop'`, `no problem in 'export.json'`.
  var closingLine: String {
    guard !diagnostics.isEmpty else { return "no problem in \(subject.text)" }
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return "\(parts.joined(separator: ", ")) in \(subject.text)"
  }

  /// A place as it is shown: its file relative to the folder.
  func shown(_ place: SourcePlace) -> SourcePlace {
    SourcePlace(file: SourcePlace.shown(place.file, relativeTo: folder), line: place.line)
  }

  /// The message, then each note on a line of its own.
  func message(of diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { note in
      note.place.map { "\(note.message): \($0.relative(to: folder))" } ?? note.message
    }
    return ([diagnostic.message] + notes).joined(separator: "\n")
  }
}

extension DiagnosticReport {
  /// One annotation for each diagnostic.
  var annotations: [String] {
    diagnostics.map { diagnostic in
      WorkflowAnnotation(
        kind: diagnostic.severity.rawValue, place: diagnostic.place.map(shown),
        title: diagnostic.rule, message: message(of: diagnostic)
      ).text
    }
  }

  /// For programs that read on.
  var json: JSON {
    var object = JSONObject()
    switch subject {
    case .plan(let name): object["plan"] = .string(name)
    case .container(let file): object["container"] = .string(file)
    }
    object["errors"] = .number(JSONNumber(errors))
    object["warnings"] = .number(JSONNumber(warnings))
    object["diagnostics"] = .array(diagnostics.map { Self.json($0, relativeTo: folder) })
    return .object(object)
  }

  /// One diagnostic, its places relative to a folder.
  static func json(_ diagnostic: Diagnostic, relativeTo folder: String) -> JSON {
    var object = JSONObject()
    object["severity"] = .string(diagnostic.severity.rawValue)
    object["rule"] = .string(diagnostic.rule)
    object["message"] = .string(diagnostic.message)
    add(diagnostic.place, relativeTo: folder, to: &object)
    object["notes"] = .array(
      diagnostic.notes.map { note in
        var object = JSONObject()
        object["message"] = .string(note.message)
        add(note.place, relativeTo: folder, to: &object)
        return .object(object)
      })
    return .object(object)
  }

  private static func add(
    _ place: SourcePlace?, relativeTo folder: String, to object: inout JSONObject
  ) {
    guard let place else { return }
    object["file"] = .string(SourcePlace.shown(place.file, relativeTo: folder))
    object["line"] = .number(JSONNumber(place.line))
  }
}
