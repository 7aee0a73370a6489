import Foundation
import Tagwright
import Testing

/// Published templates outside of the repository; what their authors left out of date is listed here.
@Suite struct PublicScenarioTests {
  private static let folder = ProcessInfo.processInfo.environment["TAGWRIGHT_TEMPLATES"]

  /// Scenarios that cannot pass, by the file they are in, and why.
  static let stale: [(file: String, scenarios: [String], reason: String)] = [
    (
      "74minutos__server_gtm_uuid", ["test_string_with_characters"],
      "uses a regular expression literal and a matcher that there is not"
    ),
    (
      "google-marketing-solutions__gps-sgtm-pantheon__sgtm-deipneus-set-cookie-in-browser-advanced-",
      ["Test cookies are set correctly"], "the code sets other cookies by now"
    ),
    (
      "google-marketing-solutions__gps-sgtm-pantheon__sgtm-deipneus-set-cookie-in-browser",
      ["Test cookies are set correctly"], "the code sets other cookies by now"
    ),
    (
      "google-marketing-solutions__gps-sgtm-pantheon__sgtm-harpocrates-encryptedValue",
      ["Successful Decryption"], "the code makes a number of the text that is expected"
    ),
    (
      "hungrydk__Snapchat-Google-Tag-Manager-Server-Tag", ["Untitled test 1"],
      "the editor's first draft: there is no user data to read"
    ),
    (
      "selnekovic__sgtm-templates__Value-Based-Bidding-Soteria---Value-Based-Bidding-Maxlead-mod-",
      [
        "Test collectionID used in request to Firestore",
        "Test valueField used when parsing value from Firestore",
        "Test valueCalculation for valueQuantity", "Test valueCalculation for returnRate",
        "Test valueCalculation for valueWithDiscount", "Test fallback percent",
        "Test fallback revenue", "Test fallback zero",
        "Test rounding to 2 decimal places with fallback value",
      ], "the code got a further field that the scenarios do not fill in"
    ),
    (
      "stape-io__pinterest-tag", ["UI Check"],
      "needs a 'referer' header, which the scenario does not have"
    ),
    (
      "stape-io__tiktok-tag",
      [
        "Should log to console, if the 'Always log to console' option is selected",
        "Should log to console, if the 'Log during debug and preview' option is selected AND is on preview mode",
        "Should log to BQ, if the 'Log to BigQuery' option is selected",
      ], "needs a 'trace-id' header, which the scenarios do not have"
    ),
  ]

  /// Files that are no valid templates as they are published.
  static let unreadable = [
    "endgameapp__piwikpro-gtm-serverside-ga4.tpl",
    "metricasboss__gtm-templates__client-tags-equalweb-template.tpl",
  ]

  @Test(.enabled(if: folder != nil, "TAGWRIGHT_TEMPLATES is not set"))
  func everyScenarioPassesButThoseThatAreStale() throws {
    let folder = try #require(Self.folder)
    let outcome = run(["test", folder, "--format", "json"], workingDirectory: folder)
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    let failing = report.suites.flatMap { suite in
      (suite.scenarios ?? []).filter { $0.outcome != "passed" }
        .map { "\(suite.file): \($0.name)" }
    }
    let expected = Self.stale.flatMap { entry in
      entry.scenarios.map { "\(entry.file).tpl: \($0)" }
    }
    #expect(Set(failing).subtracting(expected) == [], "these pass in Tag Manager")
    #expect(Set(expected).subtracting(failing) == [], "these are listed as stale")
    #expect(report.suites.filter { $0.scenarios == nil }.map(\.file) == Self.unreadable)
    #expect(report.passed == 556)
    #expect(report.failed + report.errors == 18)
  }

  @Test(.enabled(if: folder != nil, "TAGWRIGHT_TEMPLATES is not set"))
  func thePermissionsOfEveryServerTemplateCanBeReviewed() throws {
    let folder = try #require(Self.folder)
    var (reviewed, missing): (Int, Set<String>) = (0, [])
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".tpl") && !Self.unreadable.contains(name) {
      let outcome = run(
        ["permissions", "\(folder)/\(name)", "--format", "json"], workingDirectory: folder)
      if outcome.errors.contains("is a web template") { continue }
      let review = try JSONDecoder().decode(Review.self, from: Data(outcome.output.utf8))
      reviewed += 1
      if review.missing > 0 { missing.insert(name) }
    }
    #expect(reviewed == 125)
    // Each of these uses an API, a cookie, a header or a URL that its list leaves out.
    #expect(
      missing == [
        "AdPageGroup__spotler-server-tag.tpl", "amzn__ads-pao-amznjs-gtm-server-side-template.tpl",
        "metricasboss__gtm-templates__server-variables-geo-brasil-capi-normalizer-template.tpl",
        "trkkn__gtm-server-variable-template-ip-range-categorizer.tpl",
      ])
  }

  private struct Report: Decodable {
    struct Suite: Decodable {
      let file: String
      let scenarios: [Scenario]?
    }

    struct Scenario: Decodable {
      let name: String
      let outcome: String
    }

    let passed: Int
    let failed: Int
    let errors: Int
    let suites: [Suite]
  }

  private struct Review: Decodable {
    let missing: Int
  }
}
