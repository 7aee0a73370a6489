import Compiler
import Foundation
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

/// A plan for several environments: each is generated into a folder of its own.
@Suite struct EnvironmentTests {
  private let temporary: TemporaryFolder
  private var into: String { temporary.at("out") }

  init() throws { temporary = try TemporaryFolder() }

  private func generate(
    _ options: String..., secrets: [String: String] = [:],
    variants: @escaping () -> [PlanVariant] = { TwoEnvironments.variants }
  ) -> Outcome {
    run(["generate", "--into", into] + options, variants: variants, environment: secrets)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: temporary.at("out/\(path)"), encoding: .utf8)
  }

  @Test func eachHasAFolderWithItsOwnPixelTokenAndContainer() throws {
    #expect(
      generate()
        == Outcome(
          output: "generated 13 files in \(into) (13 written)\n"
            + "next: import '\(into)/production/server-container.json' into Tag Manager; '\(into)/production/README.md' says how\n"
        ))
    let production = try text("production/server-container.json")
    let staging = try text("staging/server-container.json")
    #expect(production.contains("D6AP4E3C77U3L7SP8O7G") && production.contains("GTM-ABC1234"))
    #expect(staging.contains("D8KU48BC77U7CO3SHUSG") && staging.contains("GTM-DEF5678"))
    #expect(!production.contains("D8KU48BC77U7CO3SHUSG"))
    #expect(!staging.contains("D6AP4E3C77U3L7SP8O7G"))
    #expect(production.contains("REPLACE_WITH_TIKTOK_ACCESS_TOKEN"))
    #expect(staging.contains("REPLACE_WITH_TIKTOK_STAGING_ACCESS_TOKEN"))
    for file in ["production/README.md", "staging/README.md"] {
      #expect(FileManager.default.fileExists(atPath: temporary.at("out/\(file)")))
    }
  }

  @Test func onlyATestHasATestCode() throws {
    _ = generate()
    for file in ["server-container.json", "templates/tiktok-page-view.tpl"] {
      #expect(try !text("production/\(file)").contains("test_event_code"))
      #expect(try text("staging/\(file)").contains("test_event_code"))
    }
  }

  @Test func onePickedEnvironmentLeavesTheOthersAlone() throws {
    #expect(generate("--environment", "staging").status == .success)
    #expect(!FileManager.default.fileExists(atPath: temporary.at("out/production")))
    #expect(generate("--check", "--environment", "staging").status == .success)
    let missing = generate("--check")
    #expect(missing.status == .finding)
    #expect(missing.output.contains("missing: \(into)/production/server-container.json\n"))
    _ = generate()
    try temporary.write("edited", to: "out/production/README.md")
    let before = try temporary.content()
    #expect(generate("--environment", "staging").status == .success)
    #expect(try temporary.content() == before)
  }

  @Test func theSecretsOfAnEnvironmentAreAskedForAlone() {
    let secrets = ["TIKTOK_ACCESS_TOKEN": "canary-1"]
    #expect(
      generate("--with-secrets", "--environment", "production", secrets: secrets).status
        == .success)
    let other = generate("--with-secrets", "--environment", "staging", secrets: secrets)
    #expect(other.status == .failure)
    #expect(other.errors.contains("TIKTOK_STAGING_ACCESS_TOKEN"))
    #expect(!other.errors.contains("canary"))
  }

  @Test func aFolderGoesWithItsEnvironment() throws {
    _ = generate()
    #expect(generate(variants: { [TwoEnvironments.variants[0]] }).status == .success)
    #expect(!FileManager.default.fileExists(atPath: temporary.at("out/staging")))
    #expect(FileManager.default.fileExists(atPath: temporary.at("out/production/README.md")))
  }

  @Test func anEnvironmentThatIsNotThereIsAMistakeOfTheCaller() {
    for command in ["generate", "lint", "checklist"] {
      #expect(
        run([command, "--environment", "prodction"], variants: { TwoEnvironments.variants })
          == Outcome(
            status: .failure,
            errors: """
              error: the plan 'SmallPlan' has no environment 'prodction'
              note: did you mean 'production'?

              """))
      let single = run([command, "--environment", "production"])
      #expect(single.status == .failure)
      #expect(single.errors.contains("nest an 'enum Environment: String, PlanEnvironment' in it"))
    }
  }
}
