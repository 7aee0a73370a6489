import Compiler
import ContainerCheck
import ContainerDiff
import CustomTemplate
import Diagnostics
import JSONText
import Simulator

extension Command {
  /// Says what a rule is for.
  package static let explain = Command(
    "explain",
    summary: "say what a rule is for, with a wrong and a right example; list all rules",
    options: [Explain.format],
    operands: Operands(
      "[RULE]", "a rule, as diagnostics name it in brackets, or a destination", count: 0...1,
      words: Explain.allIDs.sorted()),
    run: { invocation throws(CommandError) in try Explain(invocation: invocation).run() })
}

/// One run of `explain`.
struct Explain {
  static let format = Option.format(TextOrJSON.self)

  let invocation: Invocation

  func run() throws(CommandError) -> ExitStatus {
    let isJSON = invocation.format(TextOrJSON.self) == .json
    let console = invocation.console
    guard let typed = invocation.arguments.operands.first else {
      console.print(isJSON ? Self.json(Rule.all) : list)
      return .success
    }
    // Copied from a diagnostic, it may still be in its brackets.
    let id =
      typed.hasPrefix("[") && typed.hasSuffix("]") ? String(typed.dropFirst().dropLast()) : typed
    guard let page = ExplainedRules.page(id) else {
      throw CommandError(
        "there is no rule '\(id)'",
        notes: [Self.hint(for: id), "'\(invocation.tool) explain' lists the rules"]
          .compactMap(\.self))
    }
    console.print(isJSON ? page.json.text(.container) : page.text(console.outputStyle))
    return .success
  }

  /// The rules of plans, containers, pairs of containers and templates, the meanings of differences, the proofs, and
  /// destinations.
  static var allIDs: [String] {
    Rule.all.map(\.id) + ContainerRule.all.map(\.id) + ContractRule.all.map(\.id)
      + TemplateRule.all.map(\.id) + Meaning.all.map(\.id) + Proof.all.map(\.id)
      + OpenQuestion.all.map(\.word)
  }

  /// The rule that may be meant, or those with a word in common.
  private static func hint(for typed: String) -> String? {
    let ids = allIDs.sorted()
    if let question = Spelling.question(for: typed, among: ids) { return question }
    let words = Set(typed.lowercased().split { !$0.isLetter })
    let shared = ids.map { id in
      (id: id, count: id.split(separator: "-").count(where: words.contains))
    }
    let most = shared.map(\.count).max() ?? 0
    guard most > 0 else { return nil }
    let alike = shared.filter { $0.count == most }.map { "'\($0.id)'" }
    return "there are \(alike.prefix(6).joined(separator: ", "))\(alike.count > 6 ? ", …" : "")"
  }

  /// Every rule in a line, errors first.
  private var list: String {
    let rules = Rule.all.sorted { $0.id < $1.id }
    let width = Self.allIDs.map(\.count).max() ?? 0
    func line(_ id: String, _ summary: String) -> String {
      "  \(id)\(String(repeating: " ", count: width - id.count + 2))\(summary)"
    }
    let severities: [Diagnostic.Severity] = [.error, .warning]
    var lines: [String] = []
    for severity in severities {
      let word = invocation.console.outputStyle.word(severity.rawValue, as: "\(severity.rawValue)s")
      lines.append("\(word):")
      lines += rules.filter { $0.severity == severity }.map { line($0.id, $0.summary) }
      lines.append("")
    }
    for severity in severities {
      lines.append("\(severity.rawValue)s of any container, as 'lint FILE' finds them:")
      lines += ContainerRule.all.filter { $0.severity == severity }.map { line($0.id, $0.summary) }
      lines.append("")
    }
    for severity in severities {
      lines.append(
        "\(severity.rawValue)s of 'contract', between the browser's and the server's container:")
      lines += ContractRule.all.filter { $0.severity == severity }.map { line($0.id, $0.summary) }
      lines.append("")
    }
    lines.append("of 'test' and 'permissions', about a template:")
    lines += TemplateRule.all.map { line($0.id, $0.summary) } + [""]
    lines.append("of 'diff', about two versions of a container:")
    lines += Meaning.all.map { line($0.id, $0.summary) } + [""]
    lines.append("of 'simulate --prove', about a whole container:")
    lines += Proof.all.map { line($0.id, $0.summary) } + [""]
    lines.append("of destinations, what their documents leave open:")
    lines += OpenQuestion.all.map { line($0.word, "\($0.questions.count) questions") } + [""]
    return (lines + ["'\(invocation.tool) explain RULE' says more about one"])
      .joined(separator: "\n")
  }

  private static func json(_ rules: [Rule]) -> String {
    let pages = rules.sorted { $0.id < $1.id }.map { RulePage($0).json }
    let containers = ContainerRule.all.map { ContainerRulePage($0).json }
    return JSON.array(
      pages + containers + ContractRule.all.map { ContractRulePage($0).json }
        + TemplateRule.all.map { TemplateRulePage($0).json }
        + Meaning.all.map { FindingPage($0).json } + Proof.all.map { FindingPage($0).json }
    ).text(.container)
  }
}
