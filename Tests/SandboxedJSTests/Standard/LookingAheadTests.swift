import JavaScriptEngines
import TestSupport
import Testing

@testable import SandboxedJS

/// Looking ahead, which `match` and `search` have and `createRegex` has not.
@Suite struct LookingAheadTests {
  @Test(arguments: [
    ("a(?=b)", "acab", ["a"]), ("a(?!b)", "abac", ["a"]),
    ("^(?=.*b)(?=.*c).*$", "xcxb", ["xcxb"]), ("(?=(a|b))[ab]+", "zab", ["ab", "a"]),
    ("(?!.*x)y", "yxy", ["y"]), ("(?:a(?=(?!c).))*", "aab", ["aa"]),
    ("(?=.*(android))(?=.*(app|line))", "an android app", ["", "android", "app"]),
    ("(?=(a(?=(b))))a", "ab", ["a", "a", "b"]), ("(?!(a))b", "b", ["b", nil]),
    ("(?:(?=(a))ab|(a)c)", "ac", ["ac", nil, "a"]), ("(?=(a)){2}ab", "ab", ["ab", "a"]),
    ("(?=(a))*ab", "ab", ["ab", nil]), ("(?=(x))?ab", "ab", ["ab", nil]),
    ("(?!a)*ab", "ab", ["ab"]),
    ("(?!b)+ab", "ab", ["ab"]), ("(?=ä(.))ä", "ä😀", ["ä", "😀"]),
  ])
  func groupsAheadKeepWhatTheyMatched(pattern: String, text: String, match: [String?]) throws {
    let expression = try RegularExpression(pattern, allowsLookingAhead: true)
    #expect(expression.firstMatch(in: text)?.texts(in: text) == match)
    #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
  }

  @Test func searchThatTakesTooLongIsGivenUp() throws {
    let expression = try RegularExpression("(?=.*y)z", allowsLookingAhead: true)
    var budget = 1_000_000
    #expect(throws: RegularExpressionBudgetExceeded.self) {
      try expression.firstMatch(
        in: String(repeating: "z", count: 100_000), budget: &budget)
    }
  }

  @Test func whatLooksAheadCountsInThePatternsSize() {
    let error = #expect(throws: RegularExpressionError.self) {
      try RegularExpression(
        String(repeating: "(?=[a-z]{1000})", count: 30), allowsLookingAhead: true)
    }
    #expect(error?.message == "the pattern is too large when its repetitions are written out")
  }

  @Test func lookingAheadInsideLookingAheadSharesItsMemory() throws {
    let depth = 150
    let expression = try RegularExpression(
      String(repeating: "(?=", count: depth) + "b" + String(repeating: ")", count: depth),
      allowsLookingAhead: true)
    var budget = Int.max
    #expect(throws: RegularExpressionBudgetExceeded.self) {
      try expression.firstMatch(
        in: String(repeating: "a", count: 10_000_000), budget: &budget)
    }
  }

  @Test(.enabled(if: Node.isInstalled, "node is not on PATH"))
  func generatedPatternsMatchAsAnEngineMatchesThem() throws {
    var numbers = SeededGenerator(seed: 9)
    let searches = (0..<3_000).map { _ in
      [
        Self.pattern(depth: 3, isRepeated: false, &numbers),
        String(
          (0..<Int.random(in: 0...12, using: &numbers)).map { _ in
            "aabbc".randomElement(using: &numbers) ?? "a"
          }),
      ]
    }
    let expected = try Node.map(
      searches, to: [String?]?.self,
      with: """
        const found = input[1].match(new RegExp(input[0]));
        return found && [...found].map(t => t === undefined ? null : t);
        """)
    for (search, expected) in zip(searches, expected) {
      let expression = try RegularExpression(search[0], allowsLookingAhead: true)
      let found = expression.firstMatch(in: search[1])?.texts(in: search[1])
      #expect(found == expected, "/\(search[0])/ in '\(search[1])'")
    }
  }

  /// A pattern in which what is repeated takes some text and holds no group.
  private static func pattern(
    depth: Int, isRepeated: Bool, _ numbers: inout SeededGenerator
  ) -> String {
    let atoms = ["a", "b", "c", "ab", "[ab]", "[^a]", "."]
    func inner() -> String { pattern(depth: depth - 1, isRepeated: isRepeated, &numbers) }
    switch depth > 0 ? Int.random(in: 0...7, using: &numbers) : 0 {
    case 1, 2: return inner() + inner()
    case 3: return "(?:" + inner() + "|" + inner() + ")"
    case 4 where !isRepeated: return "(" + inner() + ")"
    case 5:
      let some = pattern(depth: depth - 1, isRepeated: true, &numbers)
      let marks = ["*", "+", "?", "+?", "{2}", "{0,2}?"]
      return "(?:a" + some + ")" + (marks.randomElement(using: &numbers) ?? "")
    case 6:
      return "(?=" + inner() + ")"
        + (["", "", "+", "*", "{2}"].randomElement(using: &numbers) ?? "")
    case 7: return "(?!" + inner() + ")"
    default: return atoms.randomElement(using: &numbers) ?? ""
    }
  }
}
