import SandboxedJS
import Testing

@Suite struct RegularExpressionExampleTests {
  @Test("examples match, one for each alternative")
  func examples() throws {
    for (pattern, count) in [
      ("^/danke(/[0-9]+)?$", 2), ("^(purchase|sign_up)$", 2), ("de|com|at", 3), ("[0-9]{3}-x+", 1),
      ("(?i)DANKE", 1), ("\\bshop\\b", 1), ("^https://(www|shop)[.]example[.](de|com)/.*$", 8),
      ("[^a-z/]", 1), ("\\.html$", 1),
    ] {
      let expression = try RegularExpression(pattern)
      let examples = RegularExpression.examples(of: pattern)
      #expect(examples.count >= count, "\(pattern): \(examples)")
      #expect(examples.allSatisfy { expression.firstMatch(in: $0) != nil }, "\(pattern)")
    }
  }

  @Test("a pattern that nothing matches, or that is invalid, has none")
  func none() {
    for pattern in ["a^b", "(", "^$", "x\\By\\b z\\b\\B"] {
      #expect(RegularExpression.examples(of: pattern).isEmpty, "\(pattern)")
    }
  }
}
