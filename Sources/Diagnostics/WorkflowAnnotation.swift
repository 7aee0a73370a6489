/// An annotation of a workflow of GitHub Actions: a line that the runner shows beside the code.
///
/// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
package struct WorkflowAnnotation {
  /// `error`, `warning` or `notice`.
  private let kind: String
  private let place: SourcePlace?
  private let title: String
  private let message: String

  /// Makes an annotation.
  ///
  /// - Parameters:
  ///   - kind: `error`, `warning` or `notice`.
  ///   - place: a file as the repository names it; `nil` annotates the whole run.
  ///   - message: may have several lines.
  package init(kind: String, place: SourcePlace? = nil, title: String, message: String) {
    self.kind = kind
    self.place = place
    self.title = title
    self.message = message
  }

  /// Makes the annotation of a diagnostic.
  ///
  /// - Parameters:
  ///   - place: the place as the repository names it.
  ///   - message: the diagnostic's own, with its notes.
  package init(_ diagnostic: Diagnostic, at place: SourcePlace? = nil, message: String) {
    self.init(
      kind: diagnostic.severity.rawValue, place: place, title: diagnostic.rule, message: message)
  }

  /// The workflow command.
  package var text: String {
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
    text.unicodeScalars.map { scalar in
      replacements[scalar]
        ?? (scalar.properties.generalCategory == .control
          ? scalar.escaped(asASCII: true) : String(scalar))
    }.joined()
  }
}
