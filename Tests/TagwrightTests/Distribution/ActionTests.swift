import Foundation
import TestSupport
import Testing

/// The steps of the action for GitHub, run as they are there, with stand-ins for what they call.
@Suite struct ActionTests {
  private static let action = Documentation.root.appending(path: ".github/actions/tagwright")

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("", to: "calls")
    try folder.write("", to: "outputs")
    try folder.write("", to: "summary")
    try script(
      "echo \"swift $*\" >> \"$CALLS\"; case $* in *--show-bin-path) echo /built;; esac", "swift")
    // Commands end as the test wants it.
    try script(
      """
      echo "tagwright $*" >> "$CALLS"
      case $1 in
        diff) echo '<!-- tagwright diff -->'; echo "difference of $*"; exit "${DIFF:-0}" ;;
        generate) exit "${GENERATE:-0}" ;;
        lint) exit "${LINT:-0}" ;;
        contract) exit "${CONTRACT:-0}" ;;
      esac
      """, "tagwright")
    try script(
      """
      echo "gh $*" >> "$CALLS"
      case $* in *--jq*) echo "$KNOWN" ;; esac
      """, "gh")
  }

  private func script(_ text: String, _ name: String) throws {
    try folder.write("#!/bin/sh\n\(text)\n", to: "bin/\(name)")
    try folder.setPermissions(0o755, of: "bin/\(name)")
  }

  private func step(_ name: String, _ environment: [String: String]) throws -> BuiltTool.Result {
    var all = [
      "PATH": "\(folder.at("bin")):/usr/local/bin:/usr/bin:/bin", "CALLS": folder.at("calls"),
      "GITHUB_OUTPUT": folder.at("outputs"), "GITHUB_STEP_SUMMARY": folder.at("summary"),
      "RUNNER_TEMP": folder.path, "GTM_ACCESS_TOKEN": "", "KNOWN": "", "STRICT": "false",
    ]
    all.merge(environment) { $1 }
    return try Running(
      Self.action.appending(path: "steps/\(name)").path, [], at: folder.path, environment: all
    ).result()
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.at(name), encoding: .utf8)
  }

  @Test func everyStepIsAScriptThatAShellReads() throws {
    let action = try String(contentsOf: Self.action.appending(path: "action.yml"), encoding: .utf8)
    let named = Set(action.matches(of: /steps\/([a-z]+)/).map { String($0.1) })
    let present = try FileManager.default.contentsOfDirectory(
      atPath: Self.action.appending(path: "steps").path)
    #expect(named == Set(present))
    #expect(action.matches(of: /(?m)^\s+run: (.*)$/).allSatisfy { $0.1.contains("/steps/") })
    for name in present {
      let path = Self.action.appending(path: "steps/\(name)").path
      #expect(FileManager.default.isExecutableFile(atPath: path))
      #expect(try Running("/bin/sh", ["-n", path], in: folder).result().status == 0)
    }
    // Each variable that a step reads is given to it.
    for name in ["PRODUCT", "EXECUTABLE", "STRICT", "BASE", "REPOSITORY", "NUMBER", "REPORT"] {
      #expect(action.contains("        \(name): ${{"))
    }
  }

  @Test func theProductIsBuiltAndAnExecutableIsTaken() throws {
    #expect(try step("build", ["PRODUCT": "my-shop", "EXECUTABLE": ""]).status == 0)
    #expect(try text("outputs") == "executable=/built/my-shop\n")
    #expect(try text("calls") == "swift build --product my-shop\nswift build --show-bin-path\n")
    #expect(try step("build", ["PRODUCT": "", "EXECUTABLE": "bin/tagwright"]).status == 0)
    #expect(try text("outputs").hasSuffix("executable=bin/tagwright\n"))
    let neither = try step("build", ["PRODUCT": "", "EXECUTABLE": ""])
    #expect(neither.status == 2 && neither.output.hasPrefix("::error::"))
    #expect(try step("build", ["PRODUCT": "", "EXECUTABLE": "missing"]).status == 2)
  }

  @Test func theWorstFindingIsTheChecksStatus() throws {
    #expect(try step("check", ["EXECUTABLE": "tagwright"]).status == 0)
    #expect(
      try text("calls")
        == "tagwright generate --check --format github\ntagwright lint --format github\n")
    try folder.write("{}", to: "Output/production/web-container.json")
    #expect(try step("check", ["EXECUTABLE": "tagwright", "CONTRACT": "1"]).status == 1)
    #expect(try step("check", ["EXECUTABLE": "tagwright", "GENERATE": "1"]).status == 1)
    #expect(
      try step("check", ["EXECUTABLE": "tagwright", "LINT": "2", "GENERATE": "1"]).status == 2)
    _ = try step("check", ["EXECUTABLE": "tagwright", "STRICT": "true"])
    #expect(try text("calls").contains("tagwright generate --check --strict --format github\n"))
    #expect(try text("calls").contains("tagwright lint --strict --format github\n"))
    #expect(try text("calls").hasSuffix("tagwright contract --format github\n"))
  }

  @Test func withATokenTheLiveContainerIsCompared() throws {
    let result = try step(
      "diff", ["EXECUTABLE": "tagwright", "GTM_ACCESS_TOKEN": "secret", "DIFF": "1", "BASE": "x"])
    #expect(result.status == 0)
    #expect(try text("calls") == "tagwright diff --format markdown\n")
    #expect(
      try text("outputs") == "status=1\nreport=\(folder.at("tagwright-diff.md"))\n")
    #expect(try text("summary").contains("difference of"))
    #expect(
      try step(
        "diff", ["EXECUTABLE": "tagwright", "GTM_ACCESS_TOKEN": "s", "DIFF": "2", "BASE": ""]
      )
      .status == 2)
  }

  @Test func withoutATokenTheBaseBranchIsCompared() throws {
    let repository = try HookedRepository()
    try repository.write("{}", to: "Output/server-container.json")
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "base")
    let base = try repository.answer("rev-parse", "HEAD")
    try repository.write("{\"a\":1}", to: "Output/server-container.json")
    try repository.write("{}", to: "Output/web-container.json")
    let result = try Running(
      Self.action.appending(path: "steps/diff").path, [], at: repository.at("."),
      environment: [
        "PATH": "\(folder.at("bin")):/usr/local/bin:/usr/bin:/bin", "CALLS": folder.at("calls"),
        "GITHUB_OUTPUT": folder.at("outputs"), "RUNNER_TEMP": folder.path,
        "EXECUTABLE": "tagwright", "GTM_ACCESS_TOKEN": "", "BASE": base, "DIFF": "0",
      ]
    ).result()
    #expect(result.status == 0, "\(result.errors)")
    let calls = try text("calls")
    #expect(
      calls.hasPrefix("tagwright diff /")
        && calls.hasSuffix(
          "/server-container.json Output/server-container.json --format markdown\n")
    )
    #expect(try text("outputs").hasPrefix("status=1\n"))
    #expect(try text("tagwright-diff.md").contains("`Output/web-container.json` is new."))
  }

  @Test(arguments: ["", "77"]) func aCommentTakesThePlaceOfAnEarlierOne(_ known: String) throws {
    try folder.write("<!-- tagwright diff -->\na\n<!-- tagwright diff -->\nb\n", to: "report")
    let result = try step(
      "comment",
      ["REPOSITORY": "o/r", "NUMBER": "5", "REPORT": folder.at("report"), "KNOWN": known])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try text("tagwright-comment.md") == "<!-- tagwright diff -->\na\nb\n")
    let last = try #require(try text("calls").split(separator: "\n").last)
    #expect(
      last
        == (known.isEmpty
          ? "gh api --silent repos/o/r/issues/5/comments -F body=@\(folder.at("tagwright-comment.md"))"
          : "gh api --silent -X PATCH repos/o/r/issues/comments/77 -F body=@\(folder.at("tagwright-comment.md"))")
    )
  }
}
