import Compiler
import CustomTemplate
import Diagnostics
import JSONText
import SandboxedJS
import Simulator
import TagManager
import TagwrightPlan
import TestSupport
import Testing

/// A tag fires exactly for the events for which its conditions hold, in both halves and in either layout.
@Suite struct ConditionAlternativeTests {
  /// A condition, and what it means.
  private indirect enum Expression {
    case equals(String, String)
    case contains(String, String)
    case greater(String, Int)
    case not(Expression)
    case all([Expression])
    case any([Expression])

    init(depth: Int, _ random: inout SeededGenerator) {
      let inner = depth == 0 ? 0 : Int.random(in: 0..<6, using: &random)
      switch inner {
      case 3: self = .not(Expression(depth: depth - 1, &random))
      case 4, 5:
        var parts: [Expression] = []
        for _ in 0...Int.random(in: 0..<3, using: &random) {
          parts.append(Expression(depth: depth - 1, &random))
        }
        self = inner == 4 ? .all(parts) : .any(parts)
      default:
        let key = ["red", "green", "blue"].randomElement(using: &random) ?? "red"
        let number = Int.random(in: 0..<4, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: self = .equals(key, "\(number)")
        case 1: self = .contains(key, "\(number)")
        default: self = .greater(key, number)
        }
      }
    }

    var condition: TagwrightPlan.Condition {
      switch self {
      case .equals(let key, let text): Source.eventData(key) == text
      case .contains(let key, let text): Source.eventData(key).contains(text)
      case .greater(let key, let number): Source.eventData(key) > Double(number)
      case .not(let inner): !inner.condition
      case .all(let parts): !.anyOf(parts.map { !$0.condition })
      case .any(let parts): .anyOf(parts.map(\.condition))
      }
    }

    func holds(_ values: [String: Int]) -> Bool {
      switch self {
      case .equals(let key, let text): values[key].map { "\($0)" } == text
      case .contains(let key, let text): values[key].map { "\($0)".contains(text) } ?? false
      case .greater(let key, let number): values[key].map { $0 > number } ?? false
      case .not(let inner): !inner.holds(values)
      case .all(let parts): parts.allSatisfy { $0.holds(values) }
      case .any(let parts): parts.contains { $0.holds(values) }
      }
    }
  }

  /// Expressions that a tag can have, one for each event `event_0`, `event_1` and so on.
  private static func expressions(_ random: inout SeededGenerator) -> [Expression] {
    var expressions: [Expression] = []
    while expressions.count < 10 {
      let expression = Expression(depth: 3, &random)
      let count = [expression.condition].alternativeCount
      if (1...ConditionAlternatives.limit).contains(count) { expressions.append(expression) }
    }
    return expressions
  }

  private static func version(_ file: String, of plan: WebPlan) throws -> ContainerVersion {
    try ContainerExport(json: JSON.read(Array(plan.text(file).utf8), file: file), form: .export)
      .version
  }

  @Test(arguments: [Layout.tagPerEvent, .lookupTable])
  func bothHalvesFireExactlyWhereTheConditionsHold(_ layout: Layout) throws {
    var random = SeededGenerator(seed: layout == .tagPerEvent ? 1 : 2)
    var (count, fired) = (0, 0)
    for _ in 0..<4 {
      let expressions = Self.expressions(&random)
      let plan = WebPlan(
        layout: layout, sources: .inline, userData: {},
        events: {
          for (index, expression) in expressions.enumerated() {
            On("event_\(index)", where: expression.condition, send: .custom("Event\(index)"))
          }
        })
      #expect(plan.problems == [])
      let server = try Self.version("server-container.json", of: plan)
      let web = try Self.version("web-container.json", of: plan)
      let simulation = BrowserSimulation(
        web: Simulation(try ContainerProgram(web, for: .web)),
        server: Simulation(try ContainerProgram(server)), functions: ["ttq.track"])
      for (index, expression) in expressions.enumerated() {
        let tag =
          layout == .tagPerEvent ? "TikTok Event\(index) (event_\(index))" : "TikTok events"
        let pixel = "TikTok Event\(index) (event_\(index)) pixel"
        for _ in 0..<13 {
          var values: [String: Int] = [:]
          for key in ["red", "green", "blue"] where Int.random(in: 0..<5, using: &random) > 0 {
            values[key] = Int.random(in: 0..<24, using: &random)
          }
          let members = values.sorted { $0.key < $1.key }.map {
            ScriptValue.Member($0.key, .number(Double($0.value)))
          }
          let push = ScriptValue.object([.init("event", .string("event_\(index)"))] + members)
          let visit = BrowserVisit(pushes: [push])
          let event = try #require(simulation.run(visit).last { $0.push == 1 })
          let expected = expression.holds(values)
          let isCalled = event.page.tags.first { $0.name == pixel }?.isFired
          let isSent = event.hits.flatMap(\.events).flatMap(\.tags)
            .first { $0.name == tag }?.isFired
          #expect(isCalled == expected, "pixel: \(expression) \(values)")
          #expect(isSent == expected, "server: \(expression) \(values)")
          count += 1
          if expected { fired += 1 }
        }
      }
    }
    #expect(count == 520)
    #expect((100..<420).contains(fired), "both outcomes are tried")
  }

  @Test func aTriggerOfThePlanIsOneForEachAlternative() throws {
    let plan = CompiledPlan {
      Trigger(
        "Sale", on: .event("purchase"),
        where: .client("GA4"), .anyOf(.eventData("shop") == "de", .eventData("shop") == "ch"))
      RawTag("Partner", type: "partner", firing: [.named("Sale")], blocking: [.named("Sale")])
    }
    #expect(plan.problems == [])
    #expect(try plan.names("trigger") == ["Sale", "Sale, alternative 2"])
    let tag = try plan.shown("tag", "Partner")
    #expect(tag.contains(#""firingTriggerId":["Sale","Sale, alternative 2"]"#))
    #expect(tag.contains(#""blockingTriggerId":["Sale","Sale, alternative 2"]"#))
    #expect(
      try plan.shown("trigger", "Sale, alternative 2")
        == #"{"type":"CUSTOM_EVENT","customEventFilter":[{"type":"EQUALS","parameter":[{"type":"TEMPLATE","key":"arg0","value":"{{_event}}"},{"type":"TEMPLATE","key":"arg1","value":"purchase"}]}],"filter":[{"type":"EQUALS","parameter":[{"type":"TEMPLATE","key":"arg0","value":"{{Client Name}}"},{"type":"TEMPLATE","key":"arg1","value":"GA4"}]},{"type":"EQUALS","parameter":[{"type":"TEMPLATE","key":"arg0","value":"{{ed.shop}}"},{"type":"TEMPLATE","key":"arg1","value":"ch"}]}]}"#
    )
  }

  @Test func theGuideSaysItInWords() throws {
    let plan = CompiledPlan {
      tikTok {
        On(
          "purchase", where: .eventData("a") == "1",
          .anyOf(.eventData("b") == "2", .allOf(.eventData("c") > 3, .eventData("d") != "4")),
          send: .lead())
      }
    }
    #expect(
      try plan.file("README.md").contains(
        "| event data `a` is `1` and (event data `b` is `2` or (event data `c` is greater than `3` and event data `d` is not `4`)) |"
      ))
  }

  @Test func conditionsWithTooManyAlternativesAreAnErrorAndEndSoon() throws {
    let plan = CompiledPlan {
      tikTok {
        On(
          "purchase",
          where: .allOf(
            .anyOf((0..<9).map { .eventData("a") == "\($0)" }),
            .anyOf((0..<9).map { .eventData("b") == "\($0)" })), send: .lead())
        On("search", where: .anyOf([]), send: .lead())
      }
    }
    #expect(plan.rules == ["condition-alternatives", "condition-alternatives"])
    #expect(plan.problems.first?.contains("the conditions have 81 alternatives") == true)
    #expect(plan.problems.last?.contains("'anyOf' names no condition") == true)
  }
}
