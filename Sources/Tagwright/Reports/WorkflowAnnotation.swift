import Diagnostics

/// An annotation of a workflow of GitHub Actions: a line that the runner shows beside the code.
///
/// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
struct WorkflowAnnotation {
  /// `error`, `warning` or `notice`.
  let kind: String
  /// The file as the repository names it; `nil` annotates the whole run.
  let place: SourcePlace?
  let title: String
  /// May have several lines.
  let message: String

  /// The workflow command.
  var text: String {
    var properties: [String] = []
    if let place { properties += ["file=\(Self.property(place.file))", "line=\(place.line)"] }
    properties.append("title=\(Self.property(title))")
    return "::\(kind) \(properties.joined(separator: ","))::\(Self.message(message))"
  }

  private static func message(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(
    _ text: String, _ replacements: [Unicode.Scalar: String]
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let replacement = replacements[scalar] {
        result += replacement
      } else {
        result +=
          scalar.properties.generalCategory == .control
          ? scalar.escaped(asASCII: true) : String(scalar)
      }
    }
    return result
  }
}
