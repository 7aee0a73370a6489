import SandboxedJS
import Testing

@Suite struct PortablePatternTests {
  @Test(arguments: [
    #"a\s"#, #"\S+"#, #"\d"#, #"[\w-]"#, #"\bword"#, #"\pL"#, #"\x41"#, #"(a)\1"#, "a.b", "(?=a)",
    "(?!a)", "(?<=a)", "(?i)a", "(?P<name>a)", "[]a]", "[[:alpha:]]", "a{,3}", "a{", "}",
    "\u{1F600}",
    #"\A"#, #"\z"#, "[a", #"a\"#,
  ])
  func aPatternOfTwoMeaningsIsNamed(pattern: String) {
    #expect(PortablePattern.difference(in: pattern) != nil)
  }

  @Test(arguments: [
    "", "^[^@ ]+@[^@ ]+$", "^[!-~]+$", "[+][1-9][-+0-9()./ ]{6,}", #"^a\.b\\c\]$"#, "(?:a|b)?",
    "^[[{]", "a{2}b{2,}c{2,4}", "[^-+]", #"[\])}]"#, "[ä\u{2010}-\u{2015}]", "[{}.]",
  ])
  func aPatternOfOneMeaningPasses(pattern: String) {
    #expect(PortablePattern.difference(in: pattern) == nil)
  }
}
