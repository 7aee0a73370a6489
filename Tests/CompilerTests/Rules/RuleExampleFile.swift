import Compiler

/// The Swift file that compiles every example of every rule.
enum RuleExampleFile {
  /// Rules whose wrong example is written in words that the compiler warns of, too.
  private static let aboutOldNames = ["legacy-event-name"]

  /// Its text, made from what the rules show.
  static func text(of rules: [Rule]) -> String {
    var lines = [
      "// Made from the examples of the rules: 'RECORD=1 swift test' writes this file anew.",
      "// swift-format-ignore-file", "import Diagnostics", "import TagwrightPlan", "",
      "extension RuleExamples {", "  static let all: [RuleExamples] = [",
    ]
    for rule in rules {
      let name = functionName(rule.id)
      let wrong = "wrong\(name)" + (aboutOldNames.contains(rule.id) ? "()" : "")
      lines.append("    RuleExamples(id: \"\(rule.id)\", wrong: \(wrong), right: right\(name)),")
    }
    lines += ["  ]", "}"]
    for rule in rules {
      let name = functionName(rule.id)
      let wrong = function("wrong\(name)", rule.wrong)
      lines += aboutOldNames.contains(rule.id) ? inOldNames("wrong\(name)", wrong) : wrong
      lines += function("right\(name)", rule.right)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func function(_ name: String, _ example: RuleExample) -> [String] {
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

  /// A function that returns an example in deprecated names: the witness of a protocol may use them without a warning.
  private static func inOldNames(_ name: String, _ function: [String]) -> [String] {
    let type = "Old" + name.prefix(1).uppercased() + name.dropFirst()
    return ["", "private protocol \(type)RuleExample { static func plan() -> ExamplePlan }"]
      + ["private enum \(type): \(type)RuleExample {", "  @available(*, deprecated)"]
      + function.dropFirst().map { line in
        line.isEmpty
          ? "" : "  " + line.replacing("private func \(name)()", with: "static func plan()")
      }
      + ["}", "private func \(name)() -> @Sendable () -> ExamplePlan {"]
      + ["  { (\(type).self as any \(type)RuleExample.Type).plan() }", "}"]
  }

  /// `missing-event-id` as `MissingEventId`.
  private static func functionName(_ id: String) -> String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
