import Compiler
import Foundation
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

@Suite struct GenerateTests {
  let temporary: TemporaryFolder
  var into: String { temporary.at("out") }

  init() throws { temporary = try TemporaryFolder() }

  @Test func nothingIsWrittenOutsideOfAPackage() throws {
    let outcome = run(["generate"], workingDirectory: temporary.path)
    #expect(outcome.status == .failure)
    #expect(
      outcome.errors == """
        error: there is no 'Package.swift' here or in a folder above
        note: run it in the folder of the plan's package, or below

        """)
    #expect(try temporary.content().isEmpty)
  }

  @Test func generateTellsWhatItDid() throws {
    #expect(
      run(["generate", "--into", into])
        == Outcome(
          output: "generated 9 files in \(into) (9 written)\n"
            + "next: import '\(into)/server-container.json' into Tag Manager; '\(into)/README.md' says how\n"
        ))
    #expect(
      run(["generate", "--into", into + "/"])
        == Outcome(
          output: "\(into) is up to date (9 files)\n"))
    try temporary.write("changed", to: "out/README.md")
    try temporary.write("stale", to: "out/templates/stale.tpl")
    let list = try String(contentsOfFile: temporary.at("out/.tagwright"), encoding: .utf8)
    try temporary.write("\(list)templates/stale.tpl\n", to: "out/.tagwright")
    #expect(
      run(["generate", "--into", into])
        == Outcome(
          output: "generated 9 files in \(into) (2 written, 7 unchanged, 1 removed)\n"))
    #expect(run(["generate", "--check", "--into", into]).status == .success)
  }

  @Test func checkListsWhatIsOutOfDateAndWritesNothing() throws {
    #expect(run(["generate", "--check", "--into", into]).status == .finding)
    #expect(try temporary.content().isEmpty)
    _ = run(["generate", "--into", into])
    #expect(
      run(["generate", "--check", "--into", into])
        == Outcome(
          output: "\(into) is up to date (9 files)\n"))
    try temporary.write("changed", to: "out/README.md")
    try FileManager.default.removeItem(atPath: temporary.at("out/templates/tiktok-purchase.tpl"))
    try temporary.write("left", to: "out/.tagwright-temporary-0")
    let before = try temporary.content()
    #expect(
      run(["generate", "--check", "--into", into])
        == Outcome(
          status: .finding,
          output: """
            no longer generated: \(into)/.tagwright-temporary-0
            missing: \(into)/templates/tiktok-purchase.tpl
            out of date: \(into)/README.md

            """))
    #expect(try temporary.content() == before)
  }

  @Test func errorsInThePlanAreShownWithTheirPlaceAndNothingIsWritten() throws {
    let line = #line + 5
    let wrong = Plan(serverContainers: [
      ServerContainer("Wrong", publicID: "GTM-ABC1234") {
        GA4Client()
        TemplateTag(
          "Tag", template: Template("missing.tpl"), firing: [.allEvents()])
      }
    ])
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let outcome = run(["generate", "--into", into], plan: wrong, workingDirectory: folder)
    #expect(outcome.status == .finding)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.hasPrefix(
        "GenerateTests.swift:\(line): error: template 'missing.tpl' cannot be read: "
          + "no such file or directory [unreadable-template]\n"), "\(outcome.errors)")
    #expect(try temporary.content().isEmpty)
  }

  @Test func aPlanWithoutContainersIsAnError() throws {
    let empty = Plan(serverContainers: [])
    _ = run(["generate", "--into", into])
    let before = try temporary.content()
    #expect(
      run(["generate", "--into", into], plan: empty)
        == Outcome(
          status: .finding,
          errors: "error: the plan 'SmallPlan' declares no container [empty-plan]\n"
            + "note: add a ServerContainer to its 'plan'\n"))
    #expect(try temporary.content() == before)
  }

  @Test func theNotesOfTheContainerNameThePlan() throws {
    _ = run(["generate", "--into", into])
    let export = try String(
      contentsOfFile: temporary.at("out/server-container.json"), encoding: .utf8)
    #expect(export.contains("SmallPlan"))
    #expect(!export.contains(#filePath))
  }
}
