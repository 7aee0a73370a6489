import Foundation
import TagwrightPlan
import Testing

/// The lists of functions by which a plan writes events, held against the functions themselves.
@Suite struct EventCallTests {
  private static let lists: [(name: String, calls: EventCalls)] = [
    ("TikTok", TikTok.calls), ("Meta", Meta.calls), ("Pinterest", Pinterest.calls),
    ("Snapchat", Snapchat.calls), ("Reddit", Reddit.calls), ("LinkedIn", LinkedIn.calls),
  ]

  private static let destinations = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent()
    .appendingPathComponent("../../Sources/TagwrightPlan/Destinations").standardized

  /// The destination's own words, and those that it shares with others.
  private static func text(of name: String) throws -> String {
    let folder = destinations.appendingPathComponent(name)
    let own = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
      .joined()
    guard own.contains("TakesContentProperties") else { return own }
    let shared = destinations.appendingPathComponent("ContentProperties.swift")
    return try own + String(contentsOf: shared, encoding: .utf8)
  }

  @Test(arguments: lists.indices)
  func listEveryFunction(index: Int) throws {
    let (name, calls) = Self.lists[index]
    let text = try Self.text(of: name)
    let shapes = [
      "Plain": EventCall.Shape.plain, "Sale": .sale, "Products": .products, "Query": .query,
      "Ruled": .ruled,
    ]
    var events: [String: EventCall.Shape] = [:]
    for match in text.matches(of: /static var (\w+): (\w+) \{ ?(?:\n *)?\w+\("/) {
      events[String(match.1)] = shapes[String(match.2)]
    }
    let listed = Dictionary(uniqueKeysWithValues: calls.events.map { ($0.word, $0.shape) })
    #expect(!events.isEmpty && listed == events)
    let properties = text.matches(of: /static func (\w+)\(_ source: Source\) -> Self/).map {
      String($0.1)
    }
    #expect(Set(calls.properties.map(\.word)) == Set(properties))
    #expect(calls.hasOwnNames == text.contains("static var custom: Custom"))
    #expect(calls.hasOtherProperties == text.contains("TakesOtherProperties"))
  }
}
