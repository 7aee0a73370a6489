import Foundation
import JSONText
import Tagwright
import TestSupport
import Testing

/// `lint FILE`: a container, whoever made it.
@Suite struct LintContainerTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func lint(_ text: String, _ options: String...) throws -> Outcome {
    try temporary.write(text, to: "container.json")
    return run(
      ["lint", temporary.at("container.json")] + options, workingDirectory: temporary.path)
  }

  private static let version = """
    "containerId": "1", "containerVersionId": "0", "container": {"usageContext": ["SERVER"]},
    "tag": [
      {"tagId": "2", "name": "GA4", "type": "sgtmgaaw"},
      {
        "tagId": "3", "firingTriggerId": ["9"],
        "name": "Ads: \\"{\\"", "type": "sgtmadscl"
      }
    ],
    "variable": [{"variableId": "4", "name": "Total", "type": "c",
      "parameter": [{"type": "TEMPLATE", "key": "value", "value": "{{Sum}}"}]}]
    """

  @Test func eachFaultIsNamedAtItsLineWithTheRemedy() throws {
    let outcome = try lint(
      "{\"exportFormatVersion\": 2, \"containerVersion\": {\n\(Self.version)}}")
    #expect(outcome.status == .finding)
    #expect(
      outcome.output == """
        container.json:7: error: tag 'Ads: "{"' fires on the trigger 9, which the container does not have [dangling-trigger]
        container.json:7: note: add the trigger, or name another
        container.json:10: error: variable 'Total' refers to the variable 'Sum', which the container does not have [dangling-variable]
        container.json:10: note: add the variable, or take '{{Sum}}' out
        2 errors in 'container.json'

        """)
  }

  @Test func anAnswerOfTheAPIIsReadAsWell() throws {
    let outcome = try lint(
      "{\n\(Self.version)}".replacing("\"SERVER\"", with: "\"server\"")
        .replacing("TEMPLATE", with: "template"), "--format", "json")
    let json = try JSON.read(Array(outcome.output.utf8), file: nil)
    #expect(json["container"]?.string == "container.json")
    #expect(json["errors"]?.number?.integer == 2)
  }

  @Test func aContainerWithoutAFaultHasNoProblem() throws {
    let outcome = try lint("{\"containerVersion\": {}}")
    #expect(outcome == Outcome(output: "no problem in 'container.json'\n"))
  }

  @Test(arguments: [
    "[]", "{}", "{\"tag\": []}", "nonsense", "{\"containerVersion\": {\"tag\": [{}]}}",
  ])
  func whatIsNotAContainerEndsTheCommand(_ text: String) throws {
    let outcome = try lint(text)
    #expect(outcome.status == .failure)
    #expect(outcome.output.isEmpty && outcome.errors.hasPrefix("error: "))
  }

  @Test func theOwnGeneratedContainersHaveNoProblem() throws {
    _ = run(["generate", "--into", temporary.at("Output")])
    let outcome = run(["lint", temporary.at("Output/server-container.json")])
    #expect(outcome.status == .success, "\(outcome)")
  }
}
