import Compiler
import Foundation
import TagwrightPlan

/// A plan that sends the same events to every destination, one tag with a lookup table each.
enum EveryDestination {
  static func plan(events count: Int) -> Plan {
    let server = ServerContainer("Benchmark", publicID: "GTM-ABC1234") {
      GA4Client()
      tikTok(count).layout(.lookupTable)
      meta(count).layout(.lookupTable)
      pinterest(count).layout(.lookupTable)
      snapchat(count).layout(.lookupTable)
      reddit(count).layout(.lookupTable)
      linkedIn(count).layout(.lookupTable)
    }
    return Plan(serverContainers: [server])
  }

  private static let id = Deduplication.sharedEventID(.eventData("event_id"))
  private static let value = Source.eventData("value")
  private static let currency = Source.eventData("currency")

  @MatchKeyBuilder private static func visitor() -> [MatchKey] {
    Email(.eventData("user_data.email_address"))
    ExternalID(.eventData("user_id"))
    ClickID()
    IPAddress()
  }

  private static func tikTok(_ count: Int) -> TikTok {
    TikTok(
      pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: id, userData: visitor
    ) {
      for number in 1...count {
        On("order_\(number)", send: .purchase(value: value, currency: currency, contents: .items))
      }
    }
  }

  private static func meta(_ count: Int) -> Meta {
    Meta(
      pixelID: "1234567890123456", accessToken: .secret("META_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: id, userData: visitor
    ) {
      for number in 1...count {
        On("order_\(number)", send: .purchase(value: value, currency: currency, contents: .items))
      }
    }
  }

  private static func pinterest(_ count: Int) -> Pinterest {
    Pinterest(
      tagID: "2612345678901", adAccountID: "549755885175",
      accessToken: .secret("PINTEREST_ACCESS_TOKEN"), consent: .required(.adStorage),
      deduplication: id, userData: visitor
    ) {
      for number in 1...count {
        On("order_\(number)", send: .checkout(value: value, currency: currency, contents: .items))
      }
    }
  }

  private static func snapchat(_ count: Int) -> Snapchat {
    Snapchat(
      pixelID: "bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11",
      accessToken: .secret("SNAPCHAT_ACCESS_TOKEN"), consent: .required(.adStorage),
      deduplication: id, userData: visitor
    ) {
      for number in 1...count {
        On("order_\(number)", send: .purchase(value: value, currency: currency, contents: .items))
      }
    }
  }

  private static func reddit(_ count: Int) -> Reddit {
    Reddit(
      pixelID: "a2_abc123def456", accessToken: .secret("REDDIT_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: id, userData: visitor
    ) {
      for number in 1...count {
        On("order_\(number)", send: .purchase(value: value, currency: currency, contents: .items))
      }
    }
  }

  private static func linkedIn(_ count: Int) -> LinkedIn {
    LinkedIn(
      partnerID: "1234567", accessToken: .secret("LINKEDIN_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: id, userData: visitor
    ) {
      for number in 1...count {
        On(
          "order_\(number)",
          send: .purchase(rule: "\(100_000 + number)", value: value, currency: currency))
      }
    }
  }
}

extension EveryDestination {
  /// The same plan as its author writes it: blocks of twenty lines, each line a literal.
  static func source(events count: Int) -> String {
    let parts = StartingDestination.all.map { destination in
      let account = destination.account.map { "\($0.label): \"\($0.example)\"" }
      let call = destination.calls["purchase"] ?? ""
      let blocks = stride(from: 0, to: count, by: 20).map { start in
        (name: "\(destination.property)Events\(start)", numbers: start..<min(start + 20, count))
      }
      let functions = blocks.map { block in
        let lines = block.numbers.map { "    On(\"order_\($0)\", send: \(call))" }
        let type = "\(destination.type).Event"
        return """
            @EventMapBuilder<\(type)> var \(block.name): [On<\(type)>] {
          \(lines.joined(separator: "\n"))
            }
          """
      }
      return """
          var \(destination.property): \(destination.type) {
            \(destination.type)(
              \(account.joined(separator: ", ")), accessToken: .secret("\(destination.secret)"),
              consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
            ) {
              Email(.eventData("user_data.email_address"))
              ClickID()
            } events: {
              \(blocks.map(\.name).joined(separator: "\n      "))
            }
          }
        \(functions.joined(separator: "\n"))
        """
    }
    return """
      import Tagwright

      @main
      struct Large: TrackingPlan {
        var plan: Plan {
          ServerContainer("Large", publicID: "GTM-ABC1234") {
            GA4Client()
            \(StartingDestination.all.map(\.property).joined(separator: "\n      "))
          }
        }
        var value: Source { .eventData("value") }
        var currency: Source { .eventData("currency") }
      \(parts.joined(separator: "\n"))
      }

      """
  }

  /// Measures how long generating takes, and how long the compiler takes to accept such a plan.
  static func measure(_ table: inout FigureTable) {
    let plan = plan(events: 100)
    table.measure("generate 100 events for six destinations, lookup table") {
      Compilation(plan, name: "Benchmark").files.reduce(0) { $0 + $1.bytes.count }
    }
    guard let compiler = Machine.program("swiftc"), let modules = Machine.siblingFolder("Modules"),
      let file = Machine.temporaryFiles([Array(source(events: 100).utf8)], ending: "swift")
    else {
      return table.note("No plan was type-checked: there is no 'swiftc' on PATH, or no modules")
    }
    table.measure("type-check a plan of 100 events for six destinations, 'swiftc'", runs: 3) {
      Machine.run(
        compiler,
        ["-typecheck", "-parse-as-library", "-swift-version", "6", "-I", modules]
          + Machine.modulesOfC + file) == 0 ? 0 : -1
    }
    Machine.remove(file)
  }
}
