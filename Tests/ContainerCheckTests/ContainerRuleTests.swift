import ContainerCheck
import Diagnostics
import Foundation
import JSONText
import TagManager
import Testing

/// Every rule finds its wrong example, is silent on its right one, and stands in the folder and the documentation.
@Suite struct ContainerRuleTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../Sources/ContainerCheck").standardizedFileURL

  private static func version(_ text: String) throws -> ContainerVersion {
    try ContainerFile.readable(
      Array(#"{"containerVersion": \#(text)}"#.utf8), name: "example.json")
  }

  @Test(arguments: ContainerRule.all) func findsItsWrongExampleAndNothingInItsRightOne(
    _ rule: ContainerRule
  ) throws {
    let wrong = try Self.version(rule.wrong).faults(on: .server)
    #expect(!wrong.isEmpty)
    #expect(wrong.allSatisfy { $0.rule == rule.id && $0.severity == rule.severity }, "\(wrong)")
    #expect(wrong.allSatisfy { !$0.mend.isEmpty && !$0.message.hasSuffix(".") })
    let right = try Self.version(rule.right).faults(on: .server)
    #expect(right.isEmpty, "\(right)")
  }

  @Test func everyRuleHasAFileReasonsAndAnIDOfItsOwn() throws {
    let ids = ContainerRule.all.map(\.id)
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Self.sources.appending(path: "Rules").path)
    let names = files.map { $0.replacing(".swift", with: "").lowercased() }
    #expect(names.sorted() == ids.map { $0.replacing("-", with: "") }.sorted())
    for rule in ContainerRule.all {
      #expect(rule.documentation.count > 60 && rule.documentation.hasSuffix("."), "\(rule.id)")
      #expect(rule.documentation.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }
  }

  @Test func theTableOfRulesIsCurrent() throws {
    let file = Self.sources.appending(path: "README.md")
    let rows = ContainerRule.all.map { "| `\($0.id)` | \($0.severity.rawValue) | \($0.summary) |" }
    let expected =
      ([
        "# Container rules", "",
        "Every container, whoever made it, can be held against these \(rows.count) rules: `lint FILE` names each fault, and",
        "`generate`, `simulate`, `contract` and `diff` look for all but misspelt members. `explain RULE` says more about one.",
        "",
        "Each rule is one file: its wording, its reasons, its examples and the code that finds the fault.",
        "This table is made from them: `RECORD=1 swift test --filter ContainerRuleTests` writes it anew.",
        "", "| rule | | finds |", "| --- | --- | --- |",
      ] + rows).joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(expected.utf8).write(to: file)
    }
    let isCurrent = try String(contentsOf: file, encoding: .utf8) == expected
    #expect(isCurrent, "run 'RECORD=1 swift test --filter ContainerRuleTests'")
  }
}

extension ContainerRule: CustomTestStringConvertible {
  /// The id alone.
  public var testDescription: String { id }
}
