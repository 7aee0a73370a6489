import Foundation
import Tagwright
import TestSupport
import Testing

@Suite struct TestCommandTests {
  /// A folder with templates, made for one test.
  private func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  private func test(_ folder: TemporaryFolder, _ path: String, _ options: String...) -> Outcome {
    run(["test", folder.at(path)] + options, workingDirectory: folder.path)
  }

  @Test func helpOfTest() {
    #expect(
      run(["test", "--help"]).output == #"""
        Execute the scenarios of templates, as 'Run Tests' in Tag Manager's editor does.

        usage: tagwright test [--filter TEXT] [--format text|json|junit|github] [--coverage] [--console] [PATH…]

        Without a path, the plan's examples are tried out, and the templates that it leads to are
        compiled and tested; nothing is written. A web template runs with the APIs of web templates,
        on an empty page. What Tag Manager's editor refuses to save is an error, whether or not there
        are scenarios. Of a container's export, the templates in it are tested.

        arguments:
          [PATH…]  template files, folders with '.tpl' files in them, or exports of containers

        options:
          --filter TEXT                    only scenarios with this text in their names, whatever its case
          --format text|json|junit|github  how to print the results
          --coverage                       say which lines of a template no scenario reached
          --console                        print what the scenarios log
          --help                           show this help

        """#)
  }

  @Test func textSaysWhatIsWrongAndWhere() throws {
    let folder = try folder(["broken.tpl": BrokenTemplate.text])
    let outcome = test(folder, "broken.tpl", "--console")
    #expect(outcome.status == .finding)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output == #"""
        broken.tpl: Broken tag
          passed: Sends an order
            | sends A1
          failed: Compares bodies
            broken.tpl:46: the body: expected the value to be equal
            broken.tpl:20: in the template, in 'send'
            - expected
            + found
              {
            -   event: "purchase"
            +   event: "Purchase"
                items: [
                  … 1 equal
            -     1: 4
            +     1: 2
                  … 1 equal
                ]
            -   test: true
                … 2 equal
              }
            | sends A1
          failed: Folded, <quoted>
            broken.tpl:53: expected 'sendHttpRequest' to be called with these arguments, but it was called once with others
            - expected
            + found
              [
                … 2 equal
                2: JSON text of {
            -     value: 6
            +     value: 5
                  … 3 equal
                }
              ]
            | sends B2
          error: Has no order
            broken.tpl:18: TypeError: cannot access property of undefined.
            broken.tpl:58: in the scenario
          error: Is no JavaScript
            broken.tpl:62: expected the name of a variable, found '='
          failed: Asks the setup
            broken.tpl:70: expected 'gtmOnSuccess' to be called, but it was not
            broken.tpl:65: in the scenario

        1 passed, 5 failed

        """#)
  }

  @Test func coverageListsTheLinesThatNoScenarioReached() throws {
    let folder = try folder(["broken.tpl": BrokenTemplate.text])
    let outcome = test(folder, "broken.tpl", "--coverage", "--filter", "SENDS an")
    #expect(outcome.status == .success)
    #expect(
      outcome.output == #"""
        broken.tpl: Broken tag
          passed: Sends an order
          9 of 11 lines of code were reached, not line 24-25

        1 passed, 0 failed

        """#)
  }

  @Test func jsonHasEveryScenario() throws {
    let folder = try folder(["broken.tpl": BrokenTemplate.text])
    let outcome = test(folder, "broken.tpl", "--format", "json", "--coverage", "--console")
    #expect(outcome.status == .finding)
    #expect(
      outcome.output == #"""
        {
            "passed": 1,
            "failed": 3,
            "errors": 2,
            "suites": [
                {
                    "file": "broken.tpl",
                    "name": "Broken tag",
                    "passed": 1,
                    "failed": 3,
                    "errors": 2,
                    "scenarios": [
                        {
                            "name": "Sends an order",
                            "line": 39,
                            "outcome": "passed",
                            "console": [
                                "sends A1"
                            ]
                        },
                        {
                            "name": "Compares bodies",
                            "line": 43,
                            "outcome": "failed",
                            "message": "the body: expected the value to be equal",
                            "places": [
                                {
                                    "in": "scenario",
                                    "line": 46,
                                    "function": ""
                                },
                                {
                                    "in": "template",
                                    "line": 20,
                                    "function": "send"
                                }
                            ],
                            "expected": "{event: \"purchase\", value: 3, items: [1, 4, 3], currency: \"EUR\", test: true}",
                            "found": "{event: \"Purchase\", value: 3, items: [1, 2, 3], currency: \"EUR\"}",
                            "console": [
                                "sends A1"
                            ]
                        },
                        {
                            "name": "Folded, <quoted>",
                            "line": 51,
                            "outcome": "failed",
                            "message": "expected 'sendHttpRequest' to be called with these arguments, but it was called once with others",
                            "places": [
                                {
                                    "in": "scenario",
                                    "line": 53,
                                    "function": ""
                                }
                            ],
                            "expected": "[\"https://example.com/collect\", {method: \"POST\"}, \"{\\\"event\\\":\\\"Purchase\\\",\\\"value\\\":6,\\\"items\\\":[1,2,3],\\\"currency\\\":\\\"EUR\\\"}\"]",
                            "found": "[\"https://example.com/collect\", {method: \"POST\"}, \"{\\\"event\\\":\\\"Purchase\\\",\\\"value\\\":5,\\\"items\\\":[1,2,3],\\\"currency\\\":\\\"EUR\\\"}\"]",
                            "console": [
                                "sends B2"
                            ]
                        },
                        {
                            "name": "Has no order",
                            "line": 56,
                            "outcome": "error",
                            "message": "TypeError: cannot access property of undefined.",
                            "places": [
                                {
                                    "in": "template",
                                    "line": 18,
                                    "function": "send"
                                },
                                {
                                    "in": "scenario",
                                    "line": 58,
                                    "function": ""
                                }
                            ],
                            "console": []
                        },
                        {
                            "name": "Is no JavaScript",
                            "line": 59,
                            "outcome": "error",
                            "message": "expected the name of a variable, found '='",
                            "places": [
                                {
                                    "in": "scenario",
                                    "line": 62,
                                    "function": ""
                                }
                            ],
                            "console": []
                        },
                        {
                            "name": "Asks the setup",
                            "line": 63,
                            "outcome": "failed",
                            "message": "expected 'gtmOnSuccess' to be called, but it was not",
                            "places": [
                                {
                                    "in": "setup",
                                    "line": 70,
                                    "function": "check"
                                },
                                {
                                    "in": "scenario",
                                    "line": 65,
                                    "function": ""
                                }
                            ],
                            "console": []
                        }
                    ],
                    "coverage": {
                        "lines": 11,
                        "reached": 11,
                        "missed": []
                    }
                }
            ]
        }

        """#)
  }

  @Test func junitIsWhatBuildServersRead() throws {
    let folder = try folder(["broken.tpl": BrokenTemplate.text])
    let outcome = test(folder, "broken.tpl", "--format", "junit")
    #expect(outcome.status == .finding)
    #expect(
      outcome.output == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="6" failures="3" errors="2">
          <testsuite name="broken.tpl" tests="6" failures="3" errors="2">
            <testcase name="Sends an order" classname="Broken tag" file="broken.tpl" line="39"/>
            <testcase name="Compares bodies" classname="Broken tag" file="broken.tpl" line="43">
              <failure message="the body: expected the value to be equal">broken.tpl:46: the body: expected the value to be equal
        broken.tpl:20: in the template, in 'send'
        - expected
        + found
          {
        -   event: &quot;purchase&quot;
        +   event: &quot;Purchase&quot;
            items: [
              … 1 equal
        -     1: 4
        +     1: 2
              … 1 equal
            ]
        -   test: true
            … 2 equal
          }</failure>
            </testcase>
            <testcase name="Folded, &lt;quoted&gt;" classname="Broken tag" file="broken.tpl" line="51">
              <failure message="expected 'sendHttpRequest' to be called with these arguments, but it was called once with others">broken.tpl:53: expected 'sendHttpRequest' to be called with these arguments, but it was called once with others
        - expected
        + found
          [
            … 2 equal
            2: JSON text of {
        -     value: 6
        +     value: 5
              … 3 equal
            }
          ]</failure>
            </testcase>
            <testcase name="Has no order" classname="Broken tag" file="broken.tpl" line="56">
              <error message="TypeError: cannot access property of undefined.">broken.tpl:18: TypeError: cannot access property of undefined.
        broken.tpl:58: in the scenario</error>
            </testcase>
            <testcase name="Is no JavaScript" classname="Broken tag" file="broken.tpl" line="59">
              <error message="expected the name of a variable, found '='">broken.tpl:62: expected the name of a variable, found '='</error>
            </testcase>
            <testcase name="Asks the setup" classname="Broken tag" file="broken.tpl" line="63">
              <failure message="expected 'gtmOnSuccess' to be called, but it was not">broken.tpl:70: expected 'gtmOnSuccess' to be called, but it was not
        broken.tpl:65: in the scenario</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """#)
  }

  @Test func githubGetsAnAnnotationForEachProblem() throws {
    let folder = try folder(["broken.tpl": BrokenTemplate.text])
    let outcome = test(folder, "broken.tpl", "--format", "github", "--console")
    #expect(outcome.status == .finding)
    #expect(
      outcome.output == #"""
        Sends an order: sends A1
        ::error file=broken.tpl,line=46,title=Compares bodies::the body: expected the value to be equal%0Abroken.tpl:20: in the template, in 'send'%0A- expected%0A+ found%0A  {%0A-   event: "purchase"%0A+   event: "Purchase"%0A    items: [%0A      … 1 equal%0A-     1: 4%0A+     1: 2%0A      … 1 equal%0A    ]%0A-   test: true%0A    … 2 equal%0A  }
        Compares bodies: sends A1
        ::error file=broken.tpl,line=53,title=Folded%2C <quoted>::expected 'sendHttpRequest' to be called with these arguments, but it was called once with others%0A- expected%0A+ found%0A  [%0A    … 2 equal%0A    2: JSON text of {%0A-     value: 6%0A+     value: 5%0A      … 3 equal%0A    }%0A  ]
        Folded, <quoted>: sends B2
        ::error file=broken.tpl,line=18,title=Has no order::TypeError: cannot access property of undefined.%0Abroken.tpl:58: in the scenario
        ::error file=broken.tpl,line=62,title=Is no JavaScript::expected the name of a variable, found '='
        ::error file=broken.tpl,line=70,title=Asks the setup::expected 'gtmOnSuccess' to be called, but it was not%0Abroken.tpl:65: in the scenario
        1 passed, 5 failed

        """#)
  }

  @Test func everyTemplateOfAFolderIsTestedAndWhatCannotBeIsSaid() throws {
    let folder = try folder([
      "all/b/broken.tpl": BrokenTemplate.text, "all/no-code.tpl": BrokenTemplate.withoutCode,
      "all/none.tpl": BrokenTemplate.withoutScenarios, "all/web.tpl": BrokenTemplate.web,
      "all/c/unparsable.tpl": BrokenTemplate.unparsable, "all/.git/x.tpl": BrokenTemplate.text,
      "all/notes.txt": "no template",
    ])
    let outcome = test(folder, "all", "--filter", "order")
    #expect(outcome.status == .failure)
    #expect(
      outcome.errors == "all/no-code.tpl:1: error: the file has no section "
        + "'___SANDBOXED_JS_FOR_SERVER___' or '___SANDBOXED_JS_FOR_WEB_TEMPLATE___': "
        + "add it, or export the template again\n")
    #expect(
      outcome.output == #"""
        all/b/broken.tpl: Broken tag
          passed: Sends an order
          error: Has no order
            all/b/broken.tpl:18: TypeError: cannot access property of undefined.
            all/b/broken.tpl:58: in the scenario
        all/c/unparsable.tpl: Unreadable code
          all/c/unparsable.tpl:28: error: expected a value, found ';' [syntax]
          so that 2 scenarios cannot be executed
        all/none.tpl: No scenarios
          no scenarios
        all/web.tpl: Web tag
          all/web.tpl:13: error: 'sendHttpRequest' is not an API of web templates [unknown-api]
          all/web.tpl:13: note: it is one of server templates
          error: Sends an order
            all/web.tpl:13: Error: require of 'sendHttpRequest', which is an API of server templates only
            all/web.tpl:41: in the scenario
          error: Has no order
            all/web.tpl:13: Error: require of 'sendHttpRequest', which is an API of server templates only
            all/web.tpl:58: in the scenario

        1 passed, 6 failed

        """#)
    let xml = test(folder, "all", "--format", "junit", "--filter", "order").output
    #expect(
      xml.hasPrefix(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="8" failures="0" errors="7">

        """))
    #expect(xml.contains(#"<testcase name="the file is a template" classname="all/no-code.tpl">"#))
  }

  @Test func nothingTestedIsNoSuccess() throws {
    let folder = try folder([
      "none.tpl": BrokenTemplate.withoutScenarios, "broken.tpl": BrokenTemplate.text,
      "empty/notes.txt": "",
    ])
    #expect(
      test(folder, "none.tpl")
        == Outcome(
          status: .finding, output: "none.tpl: No scenarios\n  no scenarios\n\n0 passed, 0 failed\n"
        ))
    let unmatched = test(folder, "broken.tpl", "--filter", "no such name")
    #expect(unmatched.status == .failure)
    #expect(unmatched.errors == "error: no scenario has 'no such name' in its name\n")
    let empty = test(folder, "empty")
    #expect(empty.status == .failure)
    #expect(empty.errors.contains("/empty' holds no '.tpl' file\n"))
    let missing = test(folder, "missing.tpl")
    #expect(missing.status == .failure)
    #expect(missing.errors.contains("missing.tpl': no such file or folder\n"))
  }

  @Test func aHostileNameCannotReachTheTerminalOrTheWorkflow() throws {
    let text = BrokenTemplate.text.replacingOccurrences(
      of: "- name: Has no order", with: #"- name: "\e[2J\n::error::x""#)
    let folder = try folder(["broken.tpl": text])
    #expect(test(folder, "broken.tpl").output.contains(#"error: \u{1B}[2J\n::error::x"#))
    let lines = test(folder, "broken.tpl", "--format", "github").output.split(separator: "\n")
    #expect(!lines.contains { $0.hasPrefix("::error::x") })
    #expect(!test(folder, "broken.tpl", "--format", "junit").output.contains("\u{1B}"))
  }

  @Test func withoutAPathThePlansOwnTemplatesAreTested() {
    let outcome = run(["test"])
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("Output/templates/tiktok-purchase.tpl: "))
    #expect(outcome.output.hasSuffix(" passed, 0 failed\n"))
    #expect(!outcome.output.hasSuffix("\n0 passed, 0 failed\n"))
  }

  @Test func theRepositorysOwnTemplatesPass() throws {
    let result = try BuiltTool.run(["test"], in: TemporaryFolder())
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.split(separator: "\n").count { $0.hasPrefix("  passed: ") } >= 60)
  }
}
