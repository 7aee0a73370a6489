import CustomTemplate
import JSONText
import Parallel
import SandboxedJS
import Simulator
import TagManager
import TestSupport
import Testing

/// Simulations that only count what fired, on several threads.
struct BriefResultTests {
  private static let names = ["page_view", "purchase", "scroll", "", "Purchase"]

  /// A container whose tags fire, or do not, in every way.
  private static func container(_ random: inout SeededGenerator) -> SmallContainer {
    var container = SmallContainer()
    container.addEventData("shop", "shop")
    let shop = Condition("{{shop}}", .equals, "a")
    for id in 1...6 {
      let name = Bool.random(using: &random) ? names.randomElement(using: &random) : nil
      var filters = Bool.random(using: &random) ? [shop] : []
      if Int.random(in: 0..<4, using: &random) == 0 {
        filters.append(Condition("{{_event}}", .matchesRegularExpression, "^p"))
      }
      container.addTrigger("\(id)", event: name, filters)
    }
    for number in 0..<8 {
      let triggers = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        Int.random(in: 0..<8, using: &random) == 0
          ? ReservedTrigger.allEvents.id : "\(Int.random(in: 1...7, using: &random))"
      }
      let parameters: [[Parameter]] = [
        [], [.template("url", "https://example.com/{{shop}}")], [.boolean("fails", true)],
      ]
      container.addTag(
        "tag \(number)", firing: triggers,
        parameters: parameters.randomElement(using: &random) ?? []
      ) { tag in
        if Int.random(in: 0..<4, using: &random) == 0 { tag.blockingTriggerIDs = ["1"] }
        if Int.random(in: 0..<4, using: &random) == 0 {
          tag.consentSettings = .needed(["ad_storage"])
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
          tag.setupTags = [SetupTag(tagName: "tag \(Int.random(in: 0..<8, using: &random))")]
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
          tag.priority = .integer(nil, Int.random(in: 0..<3, using: &random))
        }
      }
    }
    return container
  }

  private static func event(_ random: inout SeededGenerator) -> ScriptValue {
    [
      "event_name": .string(names.randomElement(using: &random) ?? ""),
      "shop": Bool.random(using: &random) ? "a" : "b",
      "x-ga-gcs": Bool.random(using: &random) ? "G111" : "G100",
    ]
  }

  private static func shown(_ tags: [TagResult]) -> [String] {
    tags.filter { $0.isFired || $0.outcome != nil }.map { "\($0.json.text(.compact))" }
  }

  @Test("what fires, and what is refused, is the same with and without the reasons of the others")
  func sameTags() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      let program = try ContainerProgram(Self.container(&random).version)
      let full = Simulation(program)
      var brief = try #require(full.copies(2).last)
      brief.explainsMisses = false
      for _ in 0..<12 {
        let hit = IncomingHit(eventData: Self.event(&random))
        let (all, some) = (try full.run(hit).events[0], try brief.run(hit).events[0])
        #expect(Self.shown(all.tags) == Self.shown(some.tags))
      }
    }
  }

  @Test("the counts of parts add up to the counts of all")
  func sums() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<40 {
      var simulation = Simulation(try ContainerProgram(Self.container(&random).version))
      simulation.explainsMisses = Bool.random(using: &random)
      var (whole, sum, part) = (SimulationSummary(), SimulationSummary(), SimulationSummary())
      for _ in 0..<20 {
        let result = try simulation.run(IncomingHit(eventData: Self.event(&random)))
        whole.add(result)
        part.add(result)
        if Int.random(in: 0..<9, using: &random) == 0 {
          whole.addDamaged()
          part.addDamaged()
        }
        if Bool.random(using: &random) {
          sum += part
          part = SimulationSummary()
        }
      }
      sum += part
      #expect(sum.text == whole.text)
    }
  }

  @Test("workers share elements, and the results keep their order")
  func workers() {
    for count in [0, 1, 7, 1_000] {
      for workers in 1...4 {
        let results = Array(0..<count).mapConcurrently(by: Array(0..<workers)) { $0 * 0 + $1 * 2 }
        #expect(results == (0..<count).map { $0 * 2 })
      }
    }
  }

  @Test("code that says that it sent nothing for want of consent is believed")
  func ownWords() throws {
    var container = SmallContainer()
    container.addTemplate(
      "says", .tag,
      """
      const log = require('logToConsole');
      const JSON = require('JSON');
      log(JSON.stringify({Type: 'Message', Message: data.message}));
      data.gtmOnSuccess();
      """)
    for message in ["not sent: no consent to ad_storage", "not sent: no value", "no consent to it"]
    {
      container.addTag(message, parameters: [.template("message", message)]) {
        $0.type = "cvt_1_says"
      }
    }
    let denied: ScriptValue = ["event_name": "e", "x-ga-gcs": "G101"]
    #expect(
      try container.run(denied).map(\.outcome) == [
        .refused(["ad_storage", "ad_user_data", "ad_personalization"]), .success, .success,
      ])
  }
}
