import Diagnostics
import JSONText

/// The diagnostics of a plan or of a container's file, with a closing line.
struct DiagnosticReport {
  /// The forms, in the words of `--format`.
  enum Format: String, OutputFormat {
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
  let list: DiagnosticList

  init(subject: Subject, diagnostics: [Diagnostic], folder: String) {
    self.subject = subject
    list = DiagnosticList(diagnostics: diagnostics, folder: folder)
  }

  /// Whether there is something to mend: an error, and where that is asked for, a warning.
  func hasFindings(isStrict: Bool) -> Bool {
    list.errors > 0 || isStrict && list.warnings > 0
  }

  /// The report in a form.
  func printed(as format: Format, style: SeverityStyle) -> String {
    switch format {
    case .text: (list.lines(style) + [closingLine]).joined(separator: "\n")
    case .json: json.text(.container)
    case .github: (list.annotations + [closingLine]).joined(separator: "\n")
    case .sarif: list.sarif.text(.container)
    }
  }

  /// `1 error, 2 warnings in plan 'Shop'`, `no problem in 'export.json'`.
  private var closingLine: String {
    guard !list.diagnostics.isEmpty else { return "no problem in \(subject.text)" }
    let parts = [(list.errors, "error"), (list.warnings, "warning")].filter { $0.0 > 0 }
      .map { $0.0.counted($0.1) }
    return "\(parts.joined(separator: ", ")) in \(subject.text)"
  }

  /// For programs that read on.
  var json: JSON {
    var object = JSONObject()
    switch subject {
    case .plan(let name): object["plan"] = .string(name)
    case .container(let file): object["container"] = .string(file)
    }
    object["errors"] = .number(JSONNumber(list.errors))
    object["warnings"] = .number(JSONNumber(list.warnings))
    object["diagnostics"] = list.json
    return .object(object)
  }
}
