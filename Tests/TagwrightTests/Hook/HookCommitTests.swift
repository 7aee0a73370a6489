import Foundation
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

/// What happens in a commit, by git itself, the installed hook and the built tool.
@Suite struct HookCommitTests {
  @Test(arguments: ["", "shop", "my shöp's [best] \"one\"", "-n/a\\b/$HOME"])
  func aCommitOfThePlanBringsWhatItLeadsTo(_ package: String) throws {
    let repository = try HookedRepository(package: package)
    try repository.placeBuiltTool()
    #expect(try repository.tool("hook", "install").status == 0)
    try repository.write("notes", to: "Notes.md")
    try repository.git(
      "add", "--", repository.inPackage("Package.swift"), repository.inPackage("Sources"))
    let result = try repository.git("commit", "-m", "plan")
    #expect(result.errors.contains("tagwright: staged "))
    let committed = try repository.committed
    #expect(committed.count > 10)
    #expect(!committed.contains { $0.contains("Notes.md") })
    let listed = try repository.text("Output/.tagwright").split(separator: "\n")
    #expect(
      try repository.answer("ls-files", "-z", "--", ":(literal)\(repository.inPackage("Output"))")
        .split(separator: "\0").count == listed.count + 1)
    #expect(
      try repository.answer("status", "--porcelain").split(separator: "\n")
        .allSatisfy { $0.hasPrefix("?? ") })
  }

  @Test func aCommitOfNothingRelevantStartsNothing() throws {
    let repository = try HookedRepository(package: "shop")
    try repository.placeBuiltTool()
    _ = try repository.tool("hook", "install")
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "plan")
    try FileManager.default.removeItem(atPath: repository.at(".build"))
    try repository.script(
      "echo started >> \"$HOME/started\"; exit 1", to: "top/shop/.build/debug/tagwright")
    try repository.write("not staged", to: "Sources/Shop/Plan.swift")
    try repository.write("text", to: "README.md")
    try repository.write("// test", to: "Tests/ShopTests/ShopTests.swift")
    try repository.temporary.write("text", to: "top/Sources/other.swift")
    try repository.git("add", "shop/README.md", "shop/Tests", "Sources")
    #expect(try repository.git("commit", "-q", "-m", "other").errors.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: repository.temporary.at("started")))
  }

  @Test func aTemplateOfThePlanIsRelevantWhereverItLies() throws {
    let repository = try HookedRepository(package: "a[1]")
    try repository.placeBuiltTool()
    _ = try repository.tool("hook", "install")
    try repository.git("add", ".")
    try repository.git("commit", "-q", "--no-verify", "-m", "plan")
    try repository.write("template", to: "vendor/crm.tpl")
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "template")
    #expect(try repository.committed.contains("a[1]/Output/server-container.json"))
  }

  @Test func onlyWhatWasGeneratedIsStaged() throws {
    let repository = try HookedRepository()
    try repository.placeBuiltTool()
    _ = try repository.tool("hook", "install")
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "plan")
    try repository.write("stale", to: "Output/templates/stale.tpl")
    let list = try repository.text("Output/.tagwright")
    try repository.write(list + "templates/stale.tpl\n", to: "Output/.tagwright")
    try repository.git("add", "Output")
    try repository.git("commit", "-q", "--no-verify", "-m", "stale")
    try repository.write("mine", to: "Output/notes.txt")
    try repository.write("edited by hand", to: "Output/README.md")
    try repository.write("work", to: "Work.md")
    try repository.write("// more\n", to: "Sources/Shop/Plan.swift")
    try repository.age("Sources/Shop/Plan.swift")
    try repository.git("add", "Sources", "Output/README.md")
    let result = try repository.git("commit", "-q", "-m", "more")
    #expect(
      result.errors
        == "tagwright: staged 'Output/.tagwright', 'Output/README.md', 'Output/templates/stale.tpl'\n"
    )
    #expect(
      try repository.committed == [
        "Output/.tagwright", "Output/templates/stale.tpl", "Sources/Shop/Plan.swift",
      ])
    #expect(
      try repository.answer("status", "--porcelain") == "?? Output/notes.txt\n?? Work.md")
  }

  @Test func generatedFilesThatGitIgnoresAreNotStaged() throws {
    let repository = try HookedRepository()
    try repository.placeBuiltTool()
    _ = try repository.tool("hook", "install")
    try repository.write(".build/\nOutput/\n", to: ".gitignore")
    try repository.git("add", ".")
    #expect(try repository.git("commit", "-q", "-m", "plan").errors.isEmpty)
    #expect(try repository.committed == [".gitignore", "Package.swift", "Sources/Shop/Plan.swift"])
  }

  @Test func allChangesAtOnceAreHandled() throws {
    let repository = try committedRepository()
    try repository.write("// changed\n", to: "Sources/Shop/Plan.swift")
    try repository.write("changed", to: "Other.md")
    try repository.age("Sources/Shop/Plan.swift")
    try repository.write("edited by hand", to: "Output/README.md")
    try repository.git("commit", "-q", "-a", "-m", "all")
    #expect(try repository.committed == ["Other.md", "Sources/Shop/Plan.swift"])
    #expect(try repository.answer("status", "--porcelain").isEmpty)
  }

  @Test func aCommitOfNamedPathsLeavesNothingBehind() throws {
    let repository = try committedRepository()
    try repository.git("rm", "-q", "--cached", "Output/README.md")
    try repository.git("commit", "-q", "--no-verify", "-m", "without a file")
    try repository.write("// changed\n", to: "Sources/Shop/Plan.swift")
    try repository.age("Sources/Shop/Plan.swift")
    try repository.write("staged for later", to: "Other.md")
    try repository.git("add", "Other.md")
    try repository.git("commit", "-q", "-m", "some", "--", "Sources")
    #expect(try repository.committed == ["Output/README.md", "Sources/Shop/Plan.swift"])
    #expect(try repository.answer("status", "--porcelain") == "M  Other.md")
    try repository.git("fsck", "--strict")
  }

  @Test func theUsualWaysAroundAHookWork() throws {
    let repository = try HookedRepository()
    try repository.script("exit 1", to: "top/.build/debug/tagwright")
    _ = try repository.tool("hook", "install")
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "plan", expecting: 1)
    try repository.git("commit", "-q", "--no-verify", "-m", "plan")
    for (skip, status) in [("other", 1), ("other,tagwright", 0)] as [(String, Int32)] {
      repository.environment["SKIP"] = skip
      try repository.write("// \(skip)\n", to: "Sources/Shop/Plan.swift")
      try repository.age("Sources/Shop/Plan.swift")
      try repository.git("commit", "-q", "-a", "-m", skip, expecting: status)
    }
    #expect(try repository.tool("hook", "run").status == 0)
  }

  @Test func aWorkTreeOfItsOwnSharesTheHook() throws {
    let repository = try HookedRepository(package: "shop")
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "plan")
    try repository.git("worktree", "add", "-q", "-b", "second", "../second tree")
    let result = try repository.tool("hook", "install", in: "second tree/shop")
    #expect(
      result.output
        == "installed '\(repository.temporary.at("top/.git/hooks/pre-commit"))' for the plan in 'shop'\n"
    )
    #expect(try repository.tool("hook", "status").status == 0)
    try repository.placeBuiltTool()
    try repository.temporary.makeFolder("second tree/shop/.build")
    try FileManager.default.moveItem(
      atPath: repository.at(".build/debug"),
      toPath: repository.temporary.at("second tree/shop/.build/debug"))
    let source = "second tree/shop/Sources/Shop/Plan.swift"
    try repository.temporary.write("// second\n", to: source)
    for path in [
      source, "second tree/shop/Sources/Shop", "second tree/shop/Sources",
      "second tree/shop/Package.swift",
    ] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
        ofItemAtPath: repository.temporary.at(path))
    }
    try repository.git("commit", "-q", "-a", "-m", "second", in: "second tree")
    #expect(
      try repository.answer("show", "--format=", "--name-only", "HEAD", in: "second tree")
        .contains("shop/Output/server-container.json"))
    #expect(try repository.answer("status", "--porcelain", in: "second tree").isEmpty)
  }

  @Test func aPlanWithErrorsRefusesTheCommit() throws {
    let repository = try HookedRepository()
    try repository.git("add", ".")
    let wrong = Plan(serverContainers: [])
    let outcome = run(
      ["hook", "run", "--top", repository.temporary.at("top")], plan: wrong,
      workingDirectory: repository.temporary.at("top"))
    #expect(
      outcome
        == Outcome(
          status: .finding,
          errors: """
            error: the plan 'SmallPlan' declares no container [empty-plan]
            note: add a ServerContainer to its 'plan'
            tagwright: the commit is refused, since the plan in '.' has errors
            tagwright: to commit without this check: SKIP=tagwright git commit

            """))
    #expect(
      try repository.answer("ls-files") == ".gitignore\nPackage.swift\nSources/Shop/Plan.swift")
  }

  /// A repository whose plan was committed with the hook.
  private func committedRepository() throws -> HookedRepository {
    let repository = try HookedRepository()
    try repository.placeBuiltTool()
    _ = try repository.tool("hook", "install")
    try repository.write("text", to: "Other.md")
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "plan")
    return repository
  }
}
