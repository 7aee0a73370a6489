import Foundation
import JSONText
import Tagwright
import TestSupport
import Testing

/// Real exports of server containers, which are not part of the repository.
private let corpus = TestRun.corpus

struct PublicContainerTests {
  private static let files: [String] = {
    guard let corpus else { return [] }
    let folder = corpus + "/exports/server"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { "\(folder)/\($0)" }
  }()

  private static let names = [
    "page_view", "purchase", "add_to_cart", "view_item", "generate_lead", "scroll", "login",
  ]

  @Test(
    "every public server container runs, and what is not simulated has a name",
    .enabled(if: corpus != nil, "TAGWRIGHT_CORPUS is not set"), arguments: files)
  func runs(_ file: String) throws {
    let folder = try TemporaryFolder()
    let hits = Self.names.map {
      SimulateCommandTests.hit.replacingOccurrences(of: "en=purchase", with: "en=\($0)")
    }
    try folder.write(hits.joined(separator: "\n"), to: "hits.log")
    let outcome = run([
      "simulate", "--container", file, "--hits", folder.at("hits.log"), "--format", "json",
      "--variables",
    ])
    #expect(outcome.status != .failure, "\(outcome.errors)")
    #expect(!outcome.errors.contains("error:"), "\(outcome.errors)")
    let container = try JSON.read(Array(Data(contentsOf: URL(fileURLWithPath: file))))
    let tags = container["containerVersion"]?["tag"]?.array?.count ?? 0
    let events = try outcome.output.split(separator: "\n").map { try JSON.read(String($0)) }
    #expect(events.count == Self.names.count)
    for event in events { #expect(event["tags"]?.array?.count == tags) }
    // A tag that is not run says so, and no other outcome is without a name.
    let known = ["success", "failure", "unfinished", "not simulated"]
    for tag in events.flatMap({ $0["tags"]?.array ?? [] }) {
      let outcome = tag["outcome"]?.string
      #expect(outcome.map { known.contains($0) || $0.hasPrefix("error: ") } ?? true)
      #expect(tag["reason"]?.string?.isEmpty == false)
    }
    for tag in events[0]["tags"]?.array ?? [] where tag["outcome"] == "not simulated" {
      #expect(outcome.errors.contains("tag '\(tag["name"]?.string ?? "")' is not run"))
    }
  }

  @Test(
    "every public server container can be proven, and each finding says what to do",
    .enabled(if: corpus != nil, "TAGWRIGHT_CORPUS is not set"), arguments: files)
  func proves(_ file: String) throws {
    let outcome = run(["simulate", "--prove", "--container", file, "--format", "json"])
    // Of a container whose tags are all Google's own, nothing can be tried.
    let provesNothing = (outcome.errors + outcome.output).contains("nothing is proved")
    #expect(outcome.status != .failure || provesNothing, "\(outcome.errors)")
    let json = try JSON.read(outcome.output)
    #expect(json["tries"]?.number?.integer ?? 0 > 0)
    for finding in json["findings"]?.array ?? [] {
      #expect(finding["message"]?.string?.hasPrefix("tag '") == true, "\(outcome.output)")
      #expect(finding["fix"]?.string?.isEmpty == false)
    }
  }
}
