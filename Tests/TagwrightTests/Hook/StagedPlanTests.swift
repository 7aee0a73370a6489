import Foundation
import TestSupport
import Testing

/// What is built, and from which state of the plan: a fake `swift` makes executables that show it.
///
/// Where nothing is compiled apart, the built tool works in their place, with the plan that it has.
@Suite struct StagedPlanTests {
  /// What the built tool's own plan leads to.
  private static var ofTheTool: String {
    get throws {
      let folder = try TemporaryFolder()
      _ = try BuiltTool.run(["generate"], in: folder)
      let text = try String(contentsOfFile: folder.at("Output/README.md"), encoding: .utf8)
      return String(text.dropLast())
    }
  }

  /// A repository with a committed plan; its output is the plan's own text.
  private func repository(package: String = "my shop") throws -> HookedRepository {
    let repository = try HookedRepository(package: package)
    try repository.placeFakeSwift()
    _ = try repository.tool("hook", "install")
    try repository.write(HookedRepository.plan, to: "Output/README.md")
    try repository.write("README.md\n", to: "Output/.tagwright")
    try repository.git("add", ".")
    try repository.git("commit", "-q", "--no-verify", "-m", "plan")
    return repository
  }

  @Test(arguments: ["", "my shop"])
  func aPartiallyStagedPlanIsCompiledAsStaged(_ package: String) throws {
    let repository = try repository(package: package)
    try repository.write("// staged\n", to: "Sources/Shop/Plan.swift")
    try repository.git("add", ".")
    try repository.write("// not staged\n", to: "Sources/Shop/Plan.swift")
    let result = try repository.git("commit", "-q", "-m", "partial")
    #expect(
      result.errors.contains(
        "tagwright: '\(repository.inPackage("Sources/Shop/Plan.swift"))' has changes that are not "
          + "part of the commit\n"))
    #expect(
      try repository.answer("show", "HEAD:\(repository.inPackage("Output/README.md"))")
        == "// staged")
    #expect(try repository.text("Sources/Shop/Plan.swift") == "// not staged\n")
    #expect(try repository.text("Output/README.md") == "// staged\n")
    #expect(
      try repository.answer("status", "--porcelain", "-z").hasPrefix(
        " M \(repository.inPackage("Sources/Shop/Plan.swift"))\0"))
    // What is left is committed next; the checkout follows.
    try repository.git("commit", "-q", "-a", "-m", "rest")
    #expect(try repository.answer("status", "--porcelain").isEmpty)
    try repository.write("// a third\n", to: "Sources/Shop/Plan.swift")
    try repository.git("add", ".")
    try repository.write("// work\n", to: "Sources/Shop/More.swift")
    try repository.git("commit", "-q", "-m", "again")
    #expect(
      try repository.answer("show", "HEAD:\(repository.inPackage("Output/README.md"))")
        == "// a third")
    #expect(
      !FileManager.default.fileExists(
        atPath: repository.at(".build/tagwright-staged/tree/Sources/Shop/More.swift")))
  }

  /// The package of `init` depends on a folder beside it, which the copy does not have beside itself.
  @Test(arguments: ["", "my shop"])
  func aFolderBesideThePackageIsFoundFromTheCopy(_ package: String) throws {
    let repository = try repository(package: package)
    let manifest = #".package(path: "../tagwright"), .target(path: "Sources/Shop")"#
    try repository.write("\(manifest)\n", to: "Package.swift")
    try repository.write("// staged\n", to: "Sources/Shop/Plan.swift")
    try repository.git("add", ".")
    for text in ["// not staged\n", "// not staged either\n"] {
      try repository.write(text, to: "Sources/Shop/Plan.swift")
      try repository.git("commit", "-q", "--allow-empty", "-m", "partial")
      let copy = try repository.text(
        ".build/tagwright-staged/tree/\(repository.inPackage("Package.swift"))")
      let beside =
        URL(fileURLWithPath: repository.at("")).standardizedFileURL
        .deletingLastPathComponent().path
      #expect(
        copy == ".package(path: \"\(beside)/tagwright\"), .target(path: \"Sources/Shop\")\n")
      #expect(
        try repository.answer("show", "HEAD:\(repository.inPackage("Package.swift"))") == manifest)
    }
  }

  @Test func generatedFilesThatWereChangedOnTheDiskAreLeftThere() throws {
    let repository = try repository()
    try repository.write("// staged\n", to: "Sources/Shop/Plan.swift")
    try repository.git("add", ".")
    try repository.write("// not staged\n", to: "Sources/Shop/Plan.swift")
    try repository.write("// not staged\n", to: "Output/README.md")
    try repository.git("commit", "-q", "-m", "partial")
    #expect(try repository.answer("show", "HEAD:my shop/Output/README.md") == "// staged")
    #expect(try repository.text("Output/README.md") == "// not staged\n")
  }

  @Test func whatDoesNotCompileOnTheDiskIsNoObstacle() throws {
    let repository = try repository()
    try repository.write("// staged\n", to: "Sources/Shop/Plan.swift")
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "built")
    try repository.write("// staged again\n", to: "Sources/Shop/Plan.swift")
    try repository.git("add", ".")
    try repository.write("no Swift\n", to: "Sources/Shop/Plan.swift")
    try repository.git("commit", "-q", "-m", "partial")
    #expect(try repository.answer("show", "HEAD:my shop/Output/README.md") == "// staged again")
  }

  @Test(arguments: [
    ("no Swift\n", "what is staged of the plan in 'my shop' does not compile"),
    ("wrong plan\n", "Plan.swift:1: error: the plan is wrong [some-rule]"),
  ])
  func whatIsStagedHasToBeRight(_ plan: String, _ message: String) throws {
    let repository = try repository()
    try repository.write("// built\n", to: "Sources/Shop/Plan.swift")
    try repository.git("commit", "-q", "-a", "-m", "built")
    try repository.write(plan, to: "Sources/Shop/Plan.swift")
    try repository.git("add", ".")
    try repository.write("// mended\n", to: "Sources/Shop/Plan.swift")
    let result = try repository.git("commit", "-q", "-m", "partial", expecting: 1)
    #expect(result.errors.contains(message))
    #expect(result.errors.contains("SKIP=tagwright git commit\n"))
    #expect(try repository.answer("show", ":my shop/Output/README.md") == Self.ofTheTool)
  }

  @Test func aPlanThatDoesNotCompileRefusesTheCommit() throws {
    let repository = try repository()
    try repository.write("no Swift\n", to: "Sources/Shop/Plan.swift")
    let result = try repository.git("commit", "-q", "-a", "-m", "wrong", expecting: 1)
    #expect(
      result.errors == """
        tagwright: building the plan for the first time
        Plan.swift:1: error: expected expression
        tagwright: the plan in './my shop/' does not compile
        tagwright: to commit without this check: SKIP=tagwright git commit

        """)
  }

  @Test func theBuiltToolIsTrustedUntilASourceIsNewer() throws {
    let repository = try repository()
    for text in ["// one\n", "// two\n"] {
      try repository.write(text, to: "Sources/Shop/Plan.swift")
      try repository.git("commit", "-q", "-a", "-m", text)
    }
    let calls = repository.swiftCalls
    #expect(calls.split(separator: "\n").count == 2)
    // Nothing but a date has changed since the build.
    try repository.write("// three\n", to: "Sources/Shop/Plan.swift")
    try repository.age("Sources/Shop/Plan.swift")
    try repository.git("commit", "-q", "-a", "-m", "three")
    #expect(repository.swiftCalls == calls)
  }

  @Test func packagesOnTheSameDiskAreBuiltEachTime() throws {
    let repository = try repository()
    try repository.write(
      "let package = Package(dependencies: [.package(name: \"a\", path: \"../a\")])\n",
      to: "Package.swift")
    try repository.git("commit", "-q", "-a", "-m", "one")
    try repository.write("// two\n", to: "Sources/Shop/Plan.swift")
    try repository.age("Sources/Shop/Plan.swift")
    let calls = repository.swiftCalls
    try repository.git("commit", "-q", "-a", "-m", "two")
    #expect(repository.swiftCalls.count > calls.count)
  }

  @Test func theBuildDoesNotTakeTheRepositoryForAPackagesOwn() throws {
    let repository = try repository()
    let script = try String(contentsOfFile: repository.temporary.at("bin/swift"), encoding: .utf8)
    try repository.script(
      "echo \"${GIT_DIR-}${GIT_INDEX_FILE-}${GIT_PREFIX-}\" >> \"$HOME/git-environment\"\n\(script)",
      to: "bin/swift")
    try repository.write("// one\n", to: "Sources/Shop/Plan.swift")
    try repository.git("commit", "-q", "-a", "-m", "one")
    try repository.write("// two\n", to: "Sources/Shop/Plan.swift")
    try repository.git("add", ".")
    try repository.write("// three\n", to: "Sources/Shop/Plan.swift")
    try repository.git("commit", "-q", "-m", "two")
    #expect(
      try String(contentsOfFile: repository.temporary.at("git-environment"), encoding: .utf8)
        .allSatisfy(\.isNewline))
  }

  // MARK: No Swift on the path

  @Test func withoutSwiftTheMessageSaysHowToGoOn() throws {
    let repository = try HookedRepository()
    _ = try repository.tool("hook", "install")
    try repository.git("add", ".")
    let first = try repository.git("commit", "-q", "-m", "plan", expecting: 1)
    #expect(
      first.errors == """
        tagwright: the plan in './' has not been built yet, and there is no 'swift' on PATH
        tagwright: run 'swift build' where it is, or add it to the PATH of your git client
        tagwright: to commit without this check: SKIP=tagwright git commit

        """)
    try repository.placeBuiltTool()
    try repository.git("commit", "-q", "-m", "plan")
    try repository.write("// newer\n", to: "Sources/Shop/Plan.swift")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 60)],
      ofItemAtPath: repository.at("Sources/Shop/Plan.swift"))
    let second = try repository.git("commit", "-q", "-a", "-m", "newer", expecting: 1)
    #expect(
      second.errors.hasPrefix(
        "tagwright: './Sources/Shop/Plan.swift' is newer than the built plan, and there is no "
          + "'swift' on PATH\n"))
    try repository.git("add", ".")
    try repository.write("// not staged\n", to: "Sources/Shop/Plan.swift")
    let third = try repository.git("commit", "-q", "-m", "partial", expecting: 1)
    #expect(
      third.errors == """
        error: 'Sources/Shop/Plan.swift' has changes that are not part of the commit, and there is \
        no 'swift' on PATH to compile the plan without them
        note: stage or stash them, or skip this check: SKIP=tagwright git commit

        """)
  }

  // MARK: Merges, rebases, cherry-picks

  @Test(arguments: ["merge", "rebase", "cherry-pick"])
  func aResolvedConflictIsCommittedWithWhatItLeadsTo(_ operation: String) throws {
    let repository = try repository()
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.write("// topic\n", to: "Sources/Shop/Plan.swift")
    try repository.git("commit", "-q", "-a", "-m", "topic")
    try repository.git("checkout", "-q", "main")
    try repository.write("// main\n", to: "Sources/Shop/Plan.swift")
    try repository.git("commit", "-q", "-a", "-m", "main")
    switch operation {
    case "rebase": try repository.git("rebase", "-q", "topic", expecting: 1)
    default: try repository.git(operation, "topic", expecting: 1)
    }
    let unresolved = try repository.tool("hook", "run", "--top", repository.temporary.at("top"))
    #expect(unresolved.status == 0)
    #expect(
      unresolved.errors
        == "tagwright: there are unresolved conflicts, so nothing was generated\n")
    try repository.write("// resolved\n", to: "Sources/Shop/Plan.swift")
    // The generated file still holds the conflict.
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "resolved")
    #expect(try repository.answer("show", "HEAD:my shop/Output/README.md") == Self.ofTheTool)
    if operation == "rebase" { try repository.git("rebase", "--continue") }
    #expect(try repository.answer("status", "--porcelain").isEmpty)
  }

  @Test func aCommitThatIsEditedInARebaseIsBroughtUpToDate() throws {
    let repository = try repository()
    for name in ["one", "two"] {
      try repository.write("// \(name)\n", to: "Sources/Shop/Plan.swift")
      try repository.git("commit", "-q", "-a", "-m", name)
    }
    try repository.script(
      "printf 'edit %s\\n' \"$(git rev-parse HEAD~1)\" > \"$1\"", to: "bin/editor")
    repository.environment["GIT_SEQUENCE_EDITOR"] = repository.temporary.at("bin/editor")
    try repository.git("rebase", "-q", "-i", "HEAD~2")
    try repository.write("// edited\n", to: "Sources/Shop/Plan.swift")
    try repository.git("commit", "-q", "-a", "--amend", "--no-edit")
    #expect(try repository.answer("show", "HEAD:my shop/Output/README.md") == Self.ofTheTool)
    try repository.git("rebase", "--continue")
    #expect(try repository.answer("log", "-1", "--format=%s") == "one")
  }

  // MARK: Started by another tool

  @Test func theExecutableOfAnotherPackageLeavesTheWorkToThePlansOwn() throws {
    let repository = try repository()
    let swift = try String(contentsOfFile: repository.temporary.at("bin/swift"), encoding: .utf8)
    try repository.script(
      #"""
      if [ "$1" = package ]; then
        echo '{"products": [{"name": "tagwright", "type": {"executable": null}}, {"name": "Library"}]}'
        exit 0
      fi
      """# + "\n\(swift)", to: "bin/swift")
    try repository.write("// changed\n", to: "Sources/Shop/Plan.swift")
    try repository.git("add", ".")
    let result = try repository.tool("hook", "run")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try repository.answer("show", ":my shop/Output/README.md") == Self.ofTheTool)
  }
}
