import Foundation
import JSONText
import Tagwright
import TestSupport
import Testing

/// Real exports of web containers, which are not part of the repository.
private let corpus = TestRun.corpus

struct PublicWebContainerTests {
  private static let webFiles: [String] = {
    guard let corpus else { return [] }
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: corpus + "/exports/web")) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { "\(corpus)/exports/web/\($0)" }
  }()

  /// A push for each event that the container's triggers wait for, with what shops push.
  private static func pushes(_ container: JSON?) -> JSON {
    let conditions = (container?["trigger"]?.array ?? []).flatMap {
      $0["customEventFilter"]?.array ?? []
    }
    let names = conditions.compactMap { $0["parameter"]?.array?.last?["value"]?.string }
    let item: JSON = ["item_id": "SKU-1", "item_name": "Tee", "price": 30, "quantity": 2]
    return .array(
      names.map { name in
        [
          "event": .string(name), "user_data": ["email": "alice@example.com"],
          "ecommerce": [
            "transaction_id": "T-1", "value": 60, "currency": "EUR", "items": [item],
          ],
        ]
      })
  }

  @Test(
    "every public web container runs, and its hits are claimed by a server",
    .enabled(if: corpus != nil, "TAGWRIGHT_CORPUS is not set"), arguments: webFiles)
  func webContainerRuns(_ file: String) throws {
    let folder = try TemporaryFolder()
    let container = try JSON.read(Array(Data(contentsOf: URL(fileURLWithPath: file))))
    let pushes = Self.pushes(container["containerVersion"])
    let visit: JSON = ["consent": "granted", "pushes": pushes]
    try folder.write(visit.text(.compact), to: "push.json")
    let server = try #require(corpus) + "/exports/server/google-boilerplate-2024-02.json"
    let outcome = run([
      "simulate", "--push", folder.at("push.json"), "--web", file, "--container", server,
      "--format", "json", "--variables",
    ])
    // A template that calls what a script of its own has put on the page ends with an error here.
    #expect(outcome.status != .failure, "\(outcome.errors)")
    let known = ["success", "failure", "unfinished", "not simulated"]
    let events = try outcome.output.split(separator: "\n").map { try JSON.read(String($0)) }
    #expect(events.count >= pushes.array?.count ?? 0)
    for event in events {
      let tags = event["browser"]?["tags"]?.array ?? []
      #expect(tags.count == container["containerVersion"]?["tag"]?.array?.count ?? 0)
      for tag in tags {
        #expect(tag["reason"]?.string?.isEmpty == false)
        let outcome = tag["outcome"]?.string
        #expect(outcome.map { known.contains($0) || $0.hasPrefix("error: TypeError") } ?? true)
      }
      for hit in event["server"]?.array ?? [] { #expect(hit["client"]?.string != nil) }
    }
  }
}
