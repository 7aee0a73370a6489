import Foundation
import Tagwright
import Testing

/// Published templates outside of the repository, as many as the folder has; what their authors left out of date is listed here.
///
/// A file is named after its repository: `owner__name.tpl`, with the path in it where there are several.
@Suite struct PublicScenarioTests {
  private static let folder = ProcessInfo.processInfo.environment["TAGWRIGHT_TEMPLATES"]

  /// Scenarios that cannot pass in Tag Manager either, by how the name of their file begins, and why.
  static let stale: [(file: String, scenarios: [String], reason: String)] = [
    (
      "74minutos__server_gtm_uuid", ["test_string_with_characters"],
      "uses a regular expression literal and a matcher that does not exist"
    ),
    (
      "Adbroad__gtm-cart-data-template", ["Untitled test 1"],
      "the editor's first draft: there is no table to read"
    ),
    (
      "amplitude__amplitude-browser-sdk-gtm-template",
      [
        "Init tag with a single exclude referrer", "Init tag with multiple exclude referrers",
        "Init tag with single exclude referrers regex",
        "Init tag with multiple exclude referrers regex",
        "Init tag with both exclude referrers text and regex",
        "Init tag with element interactions",
        "Init tag with element interactions and custom configs",
        "Revenue tag with individual input",
      ], "the code got keys that the scenarios do not expect"
    ),
    (
      "google-marketing-solutions__gps-sgtm-pantheon__sgtm-deipneus",
      ["Test cookies are set correctly"], "the code sets other cookies by now"
    ),
    (
      "google-marketing-solutions__gps-sgtm-pantheon__sgtm-harpocrates", ["Successful Decryption"],
      "the code makes a number of the text that is expected"
    ),
    (
      "hungrydk__Snapchat-Google-Tag-Manager-Server-Tag", ["Untitled test 1"],
      "the editor's first draft: there is no user data to read"
    ),
    (
      "selnekovic__sgtm-templates__Value-Based-Bidding-Soteria",
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
      "snowplow__snowplow-gtm-variable-template-v4",
      [
        "Variable returns expected object", "Test anonymous tracking false",
        "Test anonymous tracking from variable", "Test anonymous tracking true - options true",
        "Test anonymous tracking true - options false",
      ], "the code got a key that the scenarios do not expect"
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

  /// Files that Tag Manager refuses as they are published: a comma too many, and a version of the format that does not exist.
  static let refused = [
    "endgameapp__piwikpro", "metricasboss__gtm-templates__client-tags-equalweb",
    "Chip-Hosting-Solutions__marver-gtm-templates__templates-marver-visitor-id",
  ]

  @Test(.enabled(if: folder != nil, "TAGWRIGHT_TEMPLATES is not set"))
  func everyScenarioPassesButThoseThatAreStale() throws {
    let folder = try #require(Self.folder)
    let outcome = run(["test", folder, "--format", "json"], workingDirectory: folder)
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    for suite in report.suites {
      let stale = Set(Self.stale.filter { suite.file.hasPrefix($0.file) }.flatMap(\.scenarios))
      let failing = (suite.scenarios ?? []).filter { $0.outcome != "passed" }.map(\.name)
      #expect(Set(failing).subtracting(stale) == [], "\(suite.file): these pass in Tag Manager")
      #expect(
        stale.subtracting(failing).subtracting(["Test cookies are set correctly"]) == [],
        "\(suite.file): these are listed as stale")
      let isRefused =
        suite.scenarios == nil || suite.findings?.contains { $0.severity == "error" } == true
      #expect(isRefused == Self.refused.contains { suite.file.hasPrefix($0) }, "\(suite.file)")
    }
    #expect(report.passed > 0)
  }

  @Test(.enabled(if: folder != nil, "TAGWRIGHT_TEMPLATES is not set"))
  func thePermissionsOfEveryTemplateCanBeReviewed() throws {
    let folder = try #require(Self.folder)
    var missing: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".tpl") && !Self.refused.contains(where: { name.hasPrefix($0) }) {
      let path = "\(folder)/\(name)"
      let outcome = run(["permissions", path, "--format", "json"], workingDirectory: folder)
      let review = try JSONDecoder().decode(Review.self, from: Data(outcome.output.utf8))
      let isWeb = try String(contentsOfFile: path, encoding: .utf8)
        .contains("___SANDBOXED_JS_FOR_WEB_TEMPLATE___")
      if review.missing > 0, !isWeb { missing.insert(name) }
    }
    // Each of these uses an API, a cookie, a header or a URL that its list leaves out.
    let known = ["AdPageGroup__spotler", "amzn__ads-pao", "metricasboss__gtm-templates", "trkkn__"]
    #expect(missing.filter { name in !known.contains { name.hasPrefix($0) } } == [])
  }

  private struct Report: Decodable {
    struct Suite: Decodable {
      let file: String
      let scenarios: [Scenario]?
      let findings: [Finding]?
    }

    struct Finding: Decodable {
      let severity: String
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
