import Compiler
import Foundation
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

@Suite struct SecretTests {
  static let name = "TIKTOK_ACCESS_TOKEN"
  static let canary = "canary-3f9b1c"
  let temporary: TemporaryFolder
  var into: String { temporary.at("out") }

  init() throws { temporary = try TemporaryFolder() }

  private func generate(_ environment: [String: String], _ more: [String] = []) -> Outcome {
    run(["generate", "--with-secrets", "--into", into] + more, environment: environment)
  }

  @Test func theValueStandsInTheContainerOnlyAndIsOpenToTheOwnerOnly() throws {
    let outcome = generate([Self.name: Self.canary])
    #expect(
      outcome
        == Outcome(
          output: "generated 9 files in \(into) (9 written)\n"
            + "next: import '\(into)/server-container.json' into Tag Manager; '\(into)/README.md' says how\n"
        ))
    let holding = try temporary.content(below: "out").filter { _, data in
      data.map { String(decoding: $0, as: UTF8.self).contains(Self.canary) } ?? false
    }
    #expect(holding.keys.sorted() == ["server-container.json"])
    for file in try temporary.content(below: "out") {
      let isFolder = file.value == nil
      #expect(
        try temporary.permissions(of: "out/\(file.key)") == (isFolder ? 0o700 : 0o600),
        "\(file.key)")
    }
    #expect(try temporary.permissions(of: "out") == 0o700)
  }

  @Test func withoutTheOptionNoValueIsEverUsed() throws {
    let outcome = run(["generate", "--into", into], environment: [Self.name: Self.canary])
    #expect(outcome.status == .success)
    for (path, data) in try temporary.content() {
      #expect(
        !String(decoding: (data ?? nil) ?? Data(), as: UTF8.self).contains(Self.canary), "\(path)")
    }
  }

  @Test(arguments: [nil, ""])
  func aMissingValueIsNamed(_ value: String?) throws {
    let outcome = generate(value.map { [Self.name: $0] } ?? [:])
    #expect(
      outcome
        == Outcome(
          status: .failure,
          errors: """
            error: the environment variable 'TIKTOK_ACCESS_TOKEN' is not set, or empty
            note: secrets come from the environment, or from a file '.env'

            """))
    #expect(try temporary.content().isEmpty)
  }

  @Test func allMissingValuesAreNamedAtOnce() {
    let plan = Plan(serverContainers: [
      ServerContainer("Two", publicID: "GTM-ABC1234") {
        GA4Client()
        RawTag(
          "Partner", type: "partner", parameters: [.secret("token", .secret("TOKEN_B"))],
          firing: [.allEvents()])
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TOKEN_A"),
          consent: .required(.adStorage),
          deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          IPAddress()
        } events: {
          On("page_view", send: .pageview())
        }
      }
    ])
    let outcome = run(["generate", "--with-secrets", "--into", into], plan: plan)
    #expect(outcome.status == .failure)
    #expect(
      outcome.errors.contains(
        "error: the environment variables 'TOKEN_A', 'TOKEN_B' are not set, or empty\n"))
  }

  @Test(arguments: [
    ("\(canary)\n", "holds a line break"), ("a\r\n\(canary)", "holds a line break"),
    (" \(canary)", "begins with a space"), ("\(canary)\t", "ends with a space"),
    ("\(canary)\u{1B}x", "holds a control character"),
    ("\(canary)\u{FFFD}", "is not valid UTF-8"),
  ])
  func aValueThatWasCopiedWithItsSurroundingsIsRefusedUnseen(_ value: String, _ problem: String)
    throws
  {
    let outcome = generate([Self.name: value])
    #expect(outcome.status == .failure)
    #expect(outcome.errors.hasPrefix("error: the value of '\(Self.name)' \(problem)\n"))
    #expect(!outcome.errors.contains(Self.canary))
    #expect(try temporary.content().isEmpty)
  }

  @Test func theFolderHasToBeNamed() {
    let outcome = run(["generate", "--with-secrets"], environment: [Self.name: Self.canary])
    #expect(outcome.status == .failure)
    #expect(
      outcome.errors.hasPrefix(
        "error: '--with-secrets' needs '--into DIR': 'Output' belongs into git, secrets do not\n"))
  }

  @Test func aFolderInAGitWorkTreeIsRefused() throws {
    try temporary.makeFolder(".git")
    try temporary.makeFolder("out")
    let before = try temporary.content()
    for folder in ["out", "out/new", "out/../other"] {
      let outcome = run(
        ["generate", "--with-secrets", "--into", temporary.at(folder)],
        environment: [Self.name: Self.canary])
      #expect(outcome.status == .failure)
      #expect(
        outcome.errors.hasPrefix(
          "error: '\(temporary.at(folder))' is in the git work tree '\(temporary.path)'"))
    }
    #expect(try temporary.content() == before)
  }

  @Test func checkComparesWithTheValueAndDoesNotShowIt() throws {
    _ = generate([Self.name: Self.canary])
    #expect(generate([Self.name: Self.canary], ["--check"]).status == .success)
    let other = generate([Self.name: "another"], ["--check"])
    #expect(
      other
        == Outcome(
          status: .finding, output: "out of date: \(into)/server-container.json\n"))
  }
}
