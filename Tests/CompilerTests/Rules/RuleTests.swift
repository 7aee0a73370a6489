import Compiler
import Diagnostics
import Foundation
import Testing

/// Every rule fires on its wrong example and is silent on its right one, and every example compiles.
@Suite struct RuleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test func everyExampleStandsInTheCompiledFileAsTheRuleShowsIt() throws {
    let file = Self.folder.appending(path: "RuleExamples.generated.swift")
    let expected = RuleExampleFile.text(of: Rule.all)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(expected.utf8).write(to: file)
    }
    let isCurrent = try String(contentsOf: file, encoding: .utf8) == expected
    #expect(isCurrent, "run 'RECORD=1 swift test --filter RuleTests', then build again")
  }

  @Test(arguments: Rule.all) func firesOnItsWrongExampleAndIsSilentOnItsRightOne(
    _ rule: Rule
  ) throws {
    let examples = try #require(RuleExamples.all.first { $0.id == rule.id })
    let wrong = examples.wrong()
    let found = wrong.diagnostics(of: rule)
    #expect(!found.isEmpty, "\(wrong.compilation.diagnostics.map { $0.text() })")
    for diagnostic in found {
      #expect(diagnostic.severity == rule.severity)
      #expect(!diagnostic.notes.isEmpty, "nothing says how to mend it")
      if let place = diagnostic.place {
        let lines = 1...rule.wrong.lineCount
        #expect(place.file.hasSuffix("RuleExamples.generated.swift"))
        #expect(lines.contains(place.line - wrong.lineBefore(rule.wrong)), "\(place.line)")
      } else if diagnostic.place == nil {
        #expect(rule.id == "empty-plan", "a diagnostic has no place")
      }
    }
    let right = examples.right().diagnostics(of: rule)
    #expect(right.isEmpty, "\(right.map { $0.text() })")
  }

  @Test func whatIsSaidOfEveryWrongExampleIsRecorded() throws {
    let file = Self.folder.appending(
      path: "../../../Sources/Compiler/Checks/RuleMessages.generated.swift")
    let expected = RuleMessageFile.text(of: Rule.all)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(expected.utf8).write(to: file)
    }
    let isCurrent = try String(contentsOf: file, encoding: .utf8) == expected
    #expect(isCurrent, "run 'RECORD=1 swift test --filter RuleTests', then build again")
  }

  @Test(arguments: Rule.all) func wordsAreLowerCaseWithoutAFullStop(_ rule: Rule) throws {
    let examples = try #require(RuleExamples.all.first { $0.id == rule.id })
    let found = examples.wrong().diagnostics(of: rule)
    for text in found.flatMap({ [$0.message] + $0.notes.map(\.message) }) + [rule.summary] {
      #expect(!text.hasSuffix("."), "\(text)")
      let isName = ["GA4", "TikTok", "Tag Manager", "Meta", "Pinterest", "LinkedIn"].contains {
        text.hasPrefix($0)
      }
      #expect(isName || text.first?.isUppercase != true, "\(text)")
    }
  }
}

extension Rule: CustomTestStringConvertible {
  /// The id alone.
  public var testDescription: String { id }
}
