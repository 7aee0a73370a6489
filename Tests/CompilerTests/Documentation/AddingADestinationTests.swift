import CustomTemplate
import Foundation
import JSONText
import SandboxedJS
import TagManager
import TagwrightPlan
import Testing

/// The article on adding a destination, and what stands in its blocks.
enum AddingADestination {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let article = folder.appending(
    path: "../../../Sources/Tagwright/Documentation.docc/Articles/AddingADestination.md"
  ).standardizedFileURL

  /// The blocks of a language, in their order.
  static func blocks(_ language: String) throws -> [String] {
    let text = try String(contentsOf: article, encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst().map { rest in
      rest.components(separatedBy: "```")[0]
    }
  }

  /// The function of its own.
  static let script = (try? blocks("js").joined()) ?? ""

  /// The files that its blocks are from.
  static func sources() throws -> String {
    try ["Postbox.swift", "Postbox+Profile.swift"].map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }.joined()
  }
}

/// The invented destination of the article compiles, and does what the article says.
@Suite struct AddingADestinationTests {
  private static func plan(_ layout: Layout) -> Plan {
    Plan(serverContainers: [
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        Postbox(
          account: "10001", accessToken: .secret("TOKEN"), consent: .required(.adStorage),
          deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          Email(.eventData("user_data.email_address"))
          ExternalID(.eventData("user_id"))
          ClickID()
        } events: {
          On("page_view", send: .visit())
          On(
            "purchase",
            send: .order(
              value: .eventData("value"), currency: .eventData("currency"), contents: .items,
              orderID: .eventData("transaction_id")))
        }.layout(layout)
      }
    ])
  }

  private static let layouts = [Layout.tagPerEvent, .lookupTable, .tagPerEvent(template: .shared)]

  @Test func everyBlockIsTheTextOfAFileThatIsCompiled() throws {
    let blocks = try AddingADestination.blocks("swift")
    #expect(blocks.count == 9)
    let sources = try AddingADestination.sources()
    for block in blocks { #expect(sources.contains(block), "\(block)") }
  }

  @Test func aPlanOfItHasNoProblems() {
    #expect(CompiledPlan(Self.plan(.tagPerEvent)).problems == [])
  }

  @Test func itsRequestIsTheOneOfTheArticle() throws {
    let hit = ServerHit.order(
      ("user_data", ["email_address": "alice@example.com"]), ("user_id", "4711"),
      ("value", 39.98), ("x-ga-gcs", "G111"),
      ("page_location", "https://shop.example.com/?pbclick=abc-1"),
      ("items", [["item_id": "SKU-1", "price": 19.99, "quantity": 2]]))
    let expected = try #require(try AddingADestination.blocks("json").first)
    for layout in Self.layouts {
      let container = try RunningContainer(Self.plan(layout))
      let runs = try ContainerRuns([
        .init(container: container, hit: hit, answer: Answer(body: #"{"taken":true}"#))
      ])
      let outcome = try #require(runs.outcomes[0].first?.outcome)
      let request = try #require(outcome.requests.first)
      #expect(request.body + "\n" == expected)
      #expect(request.url == "https://events.postbox.example/v1/accounts/10001/events")
      #expect(request.headers["authorization"] == "Bearer \(RunningContainer.token)")
      #expect(outcome.successes == 1)
    }
  }

  @Test func itsScenariosPass() throws {
    for layout in Self.layouts {
      let container = try RunningContainer(Self.plan(layout))
      for tag in container.version.tags.filter({ $0.name.hasPrefix("Postbox") }) {
        let template = try container.template(ofTag: tag.name)
        let suite = try ScenarioSuite(
          template: CompiledScript(template: template.code), kind: .tag,
          setup: template.setup ?? "")
        for scenario in template.scenarios {
          let outcome = suite.run(scenario.code).outcome
          #expect(outcome == .passed, "\(tag.name): \(scenario.name)")
        }
      }
    }
  }
}
