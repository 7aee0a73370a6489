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
    "[]", "{}", "{\"tag\": []}", "nonsense", "{\"containerVersion\": []}",
  ])
  func whatIsNotAContainerEndsTheCommand(_ text: String) throws {
    let outcome = try lint(text)
    #expect(outcome.status == .failure)
    #expect(outcome.output.isEmpty && outcome.errors.hasPrefix("error: "))
  }

  @Test func membersOfAnotherKindAreFindingsWithTheirPathsAndLines() throws {
    let outcome = try lint(
      """
      {"exportFormatVersion": "2", "containerVersion": {
        "tag": [
          {"tagId": 3, "name": "Home", "type": "img",
            "firingTriggerId": "2147479553",
            "parameter": {
              "url": "/a"}}, {}
        ]
      }}
      """)
    #expect(outcome.status == .finding)
    #expect(
      outcome.output == """
        container.json:1: error: the container cannot be read at 'exportFormatVersion': expected a whole number, found a string [unreadable-member]
        container.json:1: note: write '2'
        container.json:3: error: tag 'Home' cannot be read at 'containerVersion.tag[0].tagId': expected a string, found a number [unreadable-member]
        container.json:3: note: write '"3"'
        container.json:4: error: tag 'Home' cannot be read at 'containerVersion.tag[0].firingTriggerId': expected an array, found a string [unreadable-member]
        container.json:4: note: write '["2147479553"]'
        container.json:5: error: tag 'Home' cannot be read at 'containerVersion.tag[0].parameter': expected an array, found an object [unreadable-member]
        container.json:5: note: write an array there, or take the member out
        container.json:6: error: a tag cannot be read at 'containerVersion.tag[1]': expected a member 'tagId', found none [unreadable-member]
        container.json:6: note: add the member 'tagId'
        container.json:6: error: a tag cannot be read at 'containerVersion.tag[1]': expected a member 'name', found none [unreadable-member]
        container.json:6: note: add the member 'name'
        container.json:6: error: a tag cannot be read at 'containerVersion.tag[1]': expected a member 'type', found none [unreadable-member]
        container.json:6: note: add the member 'type'
        7 errors in 'container.json'

        """)
  }

  @Test(arguments: [
    (
      #""tag": [{"tagId": "2", "name": "A", "type": "html", "firingTriggerIds": ["3"]}]"#,
      "tag 'A' has the member 'firingTriggerIds', which Tag Manager does not have [misspelt-member]",
      "did you mean 'firingTriggerId'?"
    ),
    (
      #""tags": [{"tagId": "2"}]"#,
      "the container has the member 'tags', which Tag Manager does not have [misspelt-member]",
      "did you mean 'tag'?"
    ),
    (
      #""container": {"usageContexts": ["WEB"]}"#,
      "the container has the member 'usageContexts' in 'container', which Tag Manager does not have [misspelt-member]",
      "did you mean 'usageContext'?"
    ),
    (
      #""tag": [{"tagId": "2", "name": "A", "type": "img", "parameter": [{"type": "TEMPLATE", "key": "url", "vale": "/"}]}]"#,
      "tag 'A' has the member 'vale' in 'parameter.url', which Tag Manager does not have [misspelt-member]",
      "did you mean 'value'?"
    ),
    (
      #""trigger": [{"triggerId": "2", "name": "A", "type": "ALWAYS", "filters": []}]"#,
      "trigger 'A' has the member 'filters', which Tag Manager does not have [misspelt-member]",
      "did you mean 'filter'?"
    ),
    (
      #""container": {"usageContext": ["SERVR"]}"#,
      "the container has the usage context 'SERVR', which Tag Manager does not know [unknown-word]",
      "did you mean 'SERVER'?"
    ),
    (
      #""variable": [{"variableId": "2", "name": "A", "type": "c", "formatValue": {"caseConversionType": "LOWERCASES"}}]"#,
      "variable 'A' has the conversion of case 'LOWERCASES', which Tag Manager does not know [unknown-word]",
      "did you mean 'LOWERCASE'?"
    ),
    (
      #""variable": [{"variableId": "2", "name": "A", "type": "c", "formatValue": {"convertToNumber": "COMA"}}]"#,
      "variable 'A' has the conversion to a number 'COMA', which Tag Manager does not know [unknown-word]",
      "did you mean 'COMMA'?"
    ),
  ])
  func aMisspeltMemberOrWordIsAnErrorWithASuggestion(
    _ members: String, _ message: String, _ mend: String
  ) throws {
    let outcome = try lint(#"{"exportFormatVersion": 2, "containerVersion": {\#(members)}}"#)
    #expect(outcome.status == .finding)
    #expect(
      outcome.output.contains(
        "container.json:1: error: \(message)\ncontainer.json:1: note: \(mend)\n"),
      "\(outcome.output)")
  }

  @Test func theOwnGeneratedContainersHaveNoProblem() throws {
    _ = run(["generate", "--into", temporary.at("Output")])
    let outcome = run(["lint", temporary.at("Output/server-container.json")])
    #expect(outcome.status == .success, "\(outcome)")
  }
}
