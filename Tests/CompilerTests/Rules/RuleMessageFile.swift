import Compiler
import Diagnostics

/// The Swift file that holds what each rule says of its wrong example.
enum RuleMessageFile {
  /// Its text, made by compiling every wrong example.
  static func text(of rules: [Rule]) -> String {
    var lines = [
      "// Made from what the rules say of their wrong examples: 'RECORD=1 swift test' writes this file anew.",
      "// swift-format-ignore-file", "",
      "/// What each rule says of its wrong example.", "let ruleMessages: [String: [String]] = [",
    ]
    for rule in rules {
      lines.append("  \"\(rule.id)\": [")
      lines += messages(of: rule).map { "    #\"\($0)\"#," }
      lines.append("  ],")
    }
    return (lines + ["]"]).joined(separator: "\n") + "\n"
  }

  /// What a rule says of its wrong example, lines counted from the example's first.
  private static func messages(of rule: Rule) -> [String] {
    guard let example = RuleExamples.all.first(where: { $0.id == rule.id })?.wrong() else {
      return []
    }
    let offset = example.lineBefore(rule.wrong)
    func line(_ kind: String, _ text: String, at place: SourcePlace?) -> String {
      guard let place else { return "\(kind): \(text)" }
      let file = place.file.split(separator: "/").last.map(String.init) ?? ""
      return file == "RuleExamples.generated.swift"
        ? "line \(place.line - offset): \(kind): \(text)"
        : "\(file):\(place.line): \(kind): \(text)"
    }
    return example.diagnostics(of: rule).flatMap { diagnostic in
      [
        line(
          diagnostic.severity.rawValue, "\(diagnostic.message) [\(rule.id)]", at: diagnostic.place)
      ] + diagnostic.notes.map { line("note", $0.message, at: $0.place ?? diagnostic.place) }
    }
  }
}

extension ExamplePlan {
  /// The line of the compiled file that stands before an example's first.
  func lineBefore(_ example: RuleExample) -> Int {
    // A whole plan stands above the function that names it, and above a closing brace.
    example.block == .file ? line - 2 - example.lineCount : line
  }
}

extension RuleExample {
  var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count }
}
