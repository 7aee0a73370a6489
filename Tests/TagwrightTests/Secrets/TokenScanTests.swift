import Diagnostics
import Foundation
import Tagwright
import TestSupport
import Testing

@Suite struct TokenScanTests {
  private static let hex = String(repeating: "0123456789abcdef", count: 4)
  // Put together here, so that no scanner takes this file for a leak.
  static let tokens = [
    String(hex.prefix(40)), "EAA" + String(repeating: "Bc1", count: 40),
    "AIza" + String(repeating: "x1_-Z", count: 7), "ya29." + String(repeating: "a1", count: 20),
    "-----BEGIN " + "PRIVATE KEY-----", "-----BEGIN RSA " + "PRIVATE KEY-----", "TEST" + "12345",
    "ghp_" + String(repeating: "a1B2", count: 9),
  ]

  @Test(arguments: tokens)
  func aTokenIsFoundByItsLineAndNotShown(_ token: String) throws {
    let temporary = try TemporaryFolder()
    try temporary.write("{\n  \"a\": 1,\n  \"value\": \"\(token)\",\n}\n", to: "Output/a/b.json")
    try temporary.write("// first\n\nlet token = \"\(token)\"", to: "Sources/Shop/Plan.swift")
    try temporary.write(token, to: "Templates/crm.tpl")
    try temporary.write(token, to: "Other/notes.md")
    let found = try TokenScan(
      folder: temporary.path, paths: ["Output", "Templates", "Sources/Shop", "missing"]
    ).diagnostics()
    #expect(
      found.map { $0.place?.relative(to: temporary.path) } == [
        "Output/a/b.json:3", "Sources/Shop/Plan.swift:3", "Templates/crm.tpl:1",
      ])
    for diagnostic in found {
      #expect(diagnostic.severity == .error)
      #expect(!diagnostic.text(relativeTo: "").contains(token))
    }
  }

  @Test(arguments: [
    "\"signature\": \"\(hex)\",", "\"version\": \"\(hex.prefix(40))\",", "- sha: \(hex.prefix(40))",
    "sha256: \(hex)", hex.prefix(39).description, hex.prefix(40).uppercased(),
    "REPLACE_WITH_TIKTOK_ACCESS_TOKEN", "D6AP4E3C77U3L7SP8O7G", "TESTIMONIAL_2024_OVERVIEW",
    "----------",
    "https://example.com/-----BEGIN",
  ])
  func whatOnlyLooksSimilarIsLeftAlone(_ line: String) {
    #expect(TokenScan.findings(in: Array(line.utf8), file: "a.json").isEmpty)
  }

  @Test func linksAreNotFollowedAndNoBytesCrashTheScan() throws {
    let temporary = try TemporaryFolder()
    try temporary.write(Self.tokens[0], to: "elsewhere/a.json")
    try temporary.makeFolder("Output")
    try temporary.link("Output/link", to: temporary.at("elsewhere"))
    try temporary.link("Output/b.json", to: temporary.at("elsewhere/a.json"))
    #expect(
      try TokenScan(folder: temporary.path, paths: ["Output"]).diagnostics().isEmpty)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = TokenScan.findings(in: bytes, file: "a.json")
    }
  }
}
