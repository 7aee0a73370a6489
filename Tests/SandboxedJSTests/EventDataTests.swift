import SandboxedJS
import TestSupport
import Testing

/// The data of an event, in which members are found by a hash of their keys.
struct EventDataTests {
  private static let letters = [
    "a", "b", "\u{E9}", "e\u{301}", "x-ga-mp2-", ".", "user_data", "0", "",
  ]

  private static func key(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      letters.randomElement(using: &random) ?? ""
    }.joined()
  }

  private static func value(_ depth: Int, _ random: inout SeededGenerator) -> ScriptValue {
    let count = Int.random(in: 0...(depth == 0 ? 400 : 3), using: &random)
    switch depth == 0 ? 0 : Int.random(in: 0...3, using: &random) {
    case 0 where depth < 3:
      return .object(
        (0..<count).map { _ in .init(key(&random), value(depth + 1, &random)) })
    case 1 where depth < 3: return .array((0..<count).map { _ in value(depth + 1, &random) })
    default: return .number(Double(Int.random(in: 0...9, using: &random)))
    }
  }

  @Test("finds what looking through the members one by one finds, at any path")
  func sameAsLooking() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let value = Self.value(0, &random)
      let data = EventData(value)
      for _ in 0..<60 {
        let path = (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.key(&random) }
          .joined(separator: ".")
        #expect(data.value(at: path) == value.value(at: path), "\(path) of \(value)")
        #expect(data[path] == value[path])
      }
    }
  }

  @Test("keys that only look alike are different ones")
  func alike() {
    let value = ScriptValue.object([.init("\u{E9}", 1), .init("e\u{301}", 2)])
    for (key, expected) in [("\u{E9}", ScriptValue.number(1)), ("e\u{301}", 2)] {
      #expect(value[key] == expected)
      #expect(EventData(value)[key] == expected)
    }
  }

  @Test("has no members where there is no event")
  func nothing() {
    #expect(EventData(.undefined).value(at: "a.b") == nil)
    #expect(EventData(.undefined).value == .undefined)
  }

  @Test("a key with dots comes before a path, and of a repeated key the last one counts")
  func order() {
    let data = EventData(
      .object([.init("a.b", 1), .init("a", ["b": 2]), .init("c", 3), .init("c", ["d": 4])]))
    #expect(data.value(at: "a.b") == 1)
    #expect(data.value(at: "a") == ["b": 2])
    #expect(data.value(at: "c.d") == 4)
  }
}
