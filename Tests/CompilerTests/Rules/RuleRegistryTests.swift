import Compiler
import Diagnostics
import Foundation
import Testing

/// The registry, the folders, the names that can be allowed and the documentation say the same.
@Suite struct RuleRegistryTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../..").standardizedFileURL

  @Test func everyIDIsUniqueAndInKebabCase() {
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    for rule in Rule.all {
      let parts = rule.id.split(separator: "-", omittingEmptySubsequences: false)
      let isKebab = parts.allSatisfy {
        !$0.isEmpty && $0.allSatisfy { $0.isLowercase || $0 == "4" }
      }
      #expect(isKebab, "\(rule.id)")
    }
  }

  @Test func everyRuleHasAFileAndEveryFileIsARule() throws {
    var files: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(
      atPath: Self.repository.appending(path: "Sources/Compiler").path
    ).sorted()
    where path.contains("/Rules/") && !path.hasPrefix("Contract/") {
      files += path.split(separator: "/").last.map { [String($0)] } ?? []
    }
    let names = files.map { Self.kebab($0.replacing(".swift", with: "")) }
    #expect(names.sorted() == Rule.all.map { Self.kebab($0.id) }.sorted())
  }

  @Test func everyWarningCanBeAllowedByNameAndNothingElseCan() throws {
    var names: [String] = []
    var declarations = ""
    for file in [
      "Allowances/RuleName.swift", "Destinations/DestinationRuleNames.swift",
      "Destinations/TikTok/TikTok.swift",
    ] {
      let text = try String(
        contentsOf: Self.repository.appending(path: "Sources/TagwrightPlan/\(file)"),
        encoding: .utf8)
      declarations += text
      names += text.matches(of: /= RuleName\("(.+)"\)/).map { String($0.1) }
    }
    let warnings = Rule.all.filter { $0.severity == .warning }
    #expect(names.sorted() == warnings.map(\.id).sorted())
    for rule in warnings {
      let declaration = "static let \(rule.allowanceName ?? "") = RuleName(\"\(rule.id)\")"
      #expect(declarations.contains(declaration))
    }
  }

  @Test func everyRuleHasReasonsAndTwoDifferentExamples() {
    for rule in Rule.all {
      #expect(rule.documentation.count > 60, "\(rule.id)")
      #expect(rule.documentation.hasSuffix(".") || rule.documentation.hasSuffix("'"), "\(rule.id)")
      #expect(rule.wrong.text != rule.right.text, "\(rule.id)")
      for line in rule.documentation.split(separator: "\n") {
        #expect(line.count <= 120, "\(rule.id): \(line)")
      }
    }
  }

  @Test func theTableOfRulesIsCurrent() throws {
    let file = Self.repository.appending(path: "Sources/Compiler/Checks/README.md")
    let expected = RuleTable.text(of: Rule.all)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(expected.utf8).write(to: file)
    }
    let isCurrent = try String(contentsOf: file, encoding: .utf8) == expected
    #expect(isCurrent, "run 'RECORD=1 swift test --filter RuleRegistryTests'")
  }

  /// `TikTokNameAsTrigger`, `tiktok-name-as-trigger` and their like, without what tells their cases apart.
  private static func kebab(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" }
  }
}

/// The table of rules that stands beside their files.
private enum RuleTable {
  static func text(of rules: [Rule]) -> String {
    var lines = [
      "# Rules", "",
      "Every plan is held against these \(rules.count) rules. `explain RULE` says more about one, with a wrong and a"
        + " right example.",
      "A warning can be allowed where it does not matter:"
        + " `.allowing(.formSubmitAsLead, because: \"the site has one form\")`.", "",
      "Each rule is one file: its wording, its reasons, its examples and the code that finds what breaks it.",
      "This table is made from them: `RECORD=1 swift test --filter RuleRegistryTests` writes it anew.",
      "", "| rule | | finds |", "| --- | --- | --- |",
    ]
    lines += rules.sorted { $0.id < $1.id }.map {
      "| `\($0.id)` | \($0.severity.rawValue) | \($0.summary) |"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
