import Compiler

/// The Swift file that compiles every example of every rule.
enum RuleExampleFile {
  /// Its text, made from what the rules show.
  static func text(of rules: [Rule]) -> String {
    var lines = [
      "// Made from the examples of the rules: 'RECORD=1 swift test' writes this file anew.",
      "// swift-format-ignore-file", "import Diagnostics", "import TagwrightPlan", "",
      "extension RuleExamples {", "  static let all: [RuleExamples] = [",
    ]
    for rule in rules {
      let name = functionName(rule.id)
      lines.append(
        "    RuleExamples(id: \"\(rule.id)\", wrong: wrong\(name), right: right\(name)),")
    }
    lines += ["  ]", "}"]
    for rule in rules {
      let name = functionName(rule.id)
      lines += function("wrong\(name)", rule.wrong) + function("right\(name)", rule.right)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func function(_ name: String, _ example: Example) -> [String] {
    let text = example.text.split(separator: "\n", omittingEmptySubsequences: false)
    func indented(_ spaces: Int) -> [String] {
      text.map { $0.isEmpty ? "" : String(repeating: " ", count: spaces) + $0 }
    }
    guard example.block == .file else {
      return ["", "private func \(name)() -> ExamplePlan {", "  .\(example.block.rawValue) {"]
        + indented(4) + ["  }", "}"]
    }
    return ["", "private enum \(name)Plan {"] + indented(2)
      + ["}", "private func \(name)() -> ExamplePlan { .file(\(name)Plan.Shop.self) }"]
  }

  /// `missing-event-id` as `MissingEventId`.
  private static func functionName(_ id: String) -> String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
