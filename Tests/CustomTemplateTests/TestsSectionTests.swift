import CustomTemplate
import Diagnostics
import TestSupport
import Testing

@Suite struct TestsSectionTests {
  /// Reads a section; its first line is line 3 of a file with nothing else but what a template needs.
  static func read(_ yaml: String) throws -> TemplateDocument {
    let text =
      "___TESTS___\n\(yaml)\n___INFO___\n{\"type\":\"TAG\"}\n___SANDBOXED_JS_FOR_SERVER___\na"
    return try TemplateDocument.read(text, file: "t.tpl")
  }

  @Test(arguments: [
    ("scenarios: []", TemplateTests()),
    ("scenarios:", TemplateTests()),
    ("# none yet\nscenarios: []  # none\nsetup: ''\n", TemplateTests(setup: "")),
    ("---\nscenarios: []\nsetup: a\n...\n", TemplateTests(setup: "a")),
    ("setup: a\nscenarios: []", TemplateTests(setup: "a")),
    ("scenarios: []\nsetup:\n", TemplateTests(setup: "")),
    // Block scalars.
    ("scenarios: []\nsetup: |-\n  a\n    b\n\n  c\n", TemplateTests(setup: "a\n  b\n\nc")),
    ("scenarios: []\nsetup: |\n  a\n", TemplateTests(setup: "a\n")),
    ("setup: |+\n  a\n\nscenarios: []", TemplateTests(setup: "a\n\n")),
    ("setup: |2-\n    a\n  b\nscenarios: []", TemplateTests(setup: "  a\nb")),
    ("setup: |-2 # text\n   a\nscenarios: []", TemplateTests(setup: " a")),
    ("setup: |-\n\n  a\nscenarios: []", TemplateTests(setup: "\na")),
    ("setup: |-\n a\n \t\n b\nscenarios: []", TemplateTests(setup: "a\n\t\nb")),
    ("setup: |-\nscenarios: []", TemplateTests(setup: "")),
    (
      "setup: |-\n  a # no comment\n# a comment\nscenarios: []",
      TemplateTests(setup: "a # no comment")
    ),
    (
      "setup: >-\n  a\n  b\n\n  c\n    d\n  e\nscenarios: []",
      TemplateTests(setup: "a b\nc\n  d\ne")
    ),
    // Double quotes.
    (
      #"setup: "a\nb\tc\"\\\/\x41\u00e9\U0001F600\_""# + "\nscenarios: []",
      TemplateTests(setup: "a\nb\tc\"\\/Aé😀\u{A0}")
    ),
    ("setup: \"a\\n\\\n  \\  b\\\n  c\"\nscenarios: []", TemplateTests(setup: "a\n  bc")),
    ("setup: \"a  \n   b\n\n\n  c\"\nscenarios: []", TemplateTests(setup: "a b\n\nc")),
    (#"setup: "\ud83d\ude00""# + "\nscenarios: []", TemplateTests(setup: "😀")),
    ("setup:\n  \"a\" # text\nscenarios: []", TemplateTests(setup: "a")),
    // Single quotes and plain.
    ("setup: 'it''s \\n'\nscenarios: []", TemplateTests(setup: "it's \\n")),
    ("setup: 'a\n  b\n\n  c'\nscenarios: []", TemplateTests(setup: "a b\nc")),
    ("setup: a b:c #d\nscenarios: []", TemplateTests(setup: "a b:c")),
    ("setup: a\n  b\n\n  c\nscenarios: []", TemplateTests(setup: "a b\nc")),
    ("setup: -a ?b http://x\nscenarios: []", TemplateTests(setup: "-a ?b http://x")),
  ])
  func setupsAreReadInEveryStyle(yaml: String, tests: TemplateTests) throws {
    #expect(try Self.read(yaml).template.tests == tests)
  }

  @Test(arguments: [
    "- name: a\n  code: b", "- code: b\n  name: a", "  - name: a\n    code: b",
    "-\n  name: a\n  code: b", "-   name: a\n    code: b", "- name:\n    a\n  code:\n    b",
    "# one\n- name: a # one\n\n  # two\n  code: |-\n   b\n# three", "- name: 'a'\n  code : \"b\"",
  ])
  func scenariosAreReadInEveryLayout(yaml: String) throws {
    let template = try Self.read("scenarios:\n" + yaml).template
    #expect(template.scenarios == [TemplateScenario(name: "a", code: "b")])
  }

  @Test(arguments: [
    ("", 2, "expected 'scenarios: []'"),
    ("- name: a", 2, "expected 'scenarios:' or 'setup:', found '- name: a'"),
    ("// note\nscenarios: []", 2, "a comment in YAML begins with '#'"),
    (" scenarios: []", 2, "stand at the beginning of a line"),
    ("scenarios: []\nscenarios: []", 3, "'scenarios' is already at line 2"),
    ("scenarios: {}", 2, "each beginning with '- name:', found '{}'"),
    ("scenarios:\n  name: a", 3, "expected a scenario that begins with '- name:'"),
    ("scenarios:\n- name: a", 3, "the scenario has no 'code'"),
    ("scenarios:\n- code: a", 3, "the scenario has no 'name'"),
    ("scenarios:\n-\nsetup: a", 3, "expected 'name:' and 'code:' after '-'"),
    ("scenarios:\n- name: a\n  name: b", 4, "'name' is already at line 3"),
    ("scenarios:\n- name: a\n  codes: b", 3, "or is it meant by 'codes'"),
    ("scenarios:\n- name: a\n  code: |-\n    b\n   c\n", 6, "indent it by 4 spaces"),
    ("scenarios:\n- name: a\n  code: |-\n\n       \n    b\n", 6, "more spaces than the text"),
    ("scenarios:\n- name: a\n  code: 'b'\n   c: d", 5, "indented deeper than the keys"),
    ("scenarios:\n- name: a\n\tcode: b", 4, "indented with a tab"),
    ("scenarios:\n- name: a: b\n  code: c", 3, "stands in quotes, found 'a: b'"),
    ("scenarios:\n- name: [a] b\n  code: c", 3, "begins with '[a] b' stands in quotes"),
    ("scenarios:\n- name: &a b\n  code: c", 3, "has a meaning of its own"),
    ("setup: \"a\nb", 2, "the quote that begins here is never closed"),
    ("setup: 'a\n\n", 2, "the quote that begins here is never closed"),
    ("setup: 'it's'", 2, "expected the end of the line after the closing quote"),
    (#"setup: "a\d""#, 2, #"'\d' is not an escape of YAML"#),
    (#"setup: "a\x4""#, 2, "expected 2 hexadecimal digits"),
    (#"setup: "\ud800a""#, 2, "is not a character of Unicode"),
    (#"setup: "\UFFFFFFFF""#, 2, "is not a character of Unicode"),
    ("setup: |x\n  a", 2, "expected '|', '|-' or '|+', found '|x'"),
    ("setup: |- a\n  b", 2, "the text begins on the line after '|'"),
  ])
  func anErrorNamesTheLineOfTheFile(yaml: String, line: Int, message: String) throws {
    let error = try #require(throws: TemplateReadError.self) { try Self.read(yaml) }
    #expect(error.place.line == line, "\(error)")
    #expect(error.section == "TESTS")
    #expect(error.message.contains(message), "\(error)")
  }

  @Test(arguments: [
    ("a\nb", "|-\n  a\n  b"), ("a\n", "|\n  a"), ("a\n\n b", "|-\n  a\n\n   b"),
    (" a\nb", "|2-\n   a\n  b"), ("\na", "|2-\n\n  a"), ("", "''"), ("a b", "a b"),
    ("a: b", "'a: b'"), ("it's # 1", "'it''s # 1'"), ("'a'", "'''a'''"), ("yes", "'yes'"),
    ("12", "'12'"), ("3xx", "3xx"),
    ("1_0.5e3", "'1_0.5e3'"), ("2024-05-01", "'2024-05-01'"), ("-.inf", "'-.inf'"),
    ("1.2.3", "1.2.3"), ("No", "'No'"), ("nO", "nO"), ("- a", "'- a'"), ("-a", "-a"),
    ("a\tb", #""a\tb""#), ("a \nb", #""a \nb""#),
    ("a\nb ", "'a\n\n  b '"), ("é\u{1}😀", #""é\x01😀""#),
    ("a\n\n\n", "|+\n  a"), ("a\n\n", "'a\n\n\n  '"),
  ])
  func aTextIsWrittenInTheStyleThatItAllows(text: String, yaml: String) {
    #expect(TemplateTests(setup: text).text == "scenarios: []\nsetup: " + yaml)
  }

  @Test func longTextsAreWrappedAfterEightyColumns() {
    let words = Array(repeating: "twelve chars", count: 9).joined(separator: " ")
    let tests = TemplateTests(scenarios: [
      TemplateScenario(name: words, code: words + "\t"),
      TemplateScenario(name: "[" + words, code: ""),
    ])
    #expect(
      tests.text == #"""
        scenarios:
        - name: twelve chars twelve chars twelve chars twelve chars twelve chars twelve chars
            twelve chars twelve chars twelve chars
          code: "twelve chars twelve chars twelve chars twelve chars twelve chars twelve chars\
            \ twelve chars twelve chars twelve chars\t"
        - name: '[twelve chars twelve chars twelve chars twelve chars twelve chars twelve
            chars twelve chars twelve chars twelve chars'
          code: ''
        """#)
  }

  /// What is awkward for YAML in one way or another.
  static let pieces = [
    " ", "  ", "\n", "\n\n", "a", "word ", ": ", "#", " #", "'", "\"", "\\", "\t", "- ", "é", "😀",
    "\u{85}", "\u{2028}", "\u{FEFF}", "\u{1}", "\r", "true", "1", "x: y", "longer words, ",
    "\u{A0}",
    "{", "[", "|", ">", "%", "---", "...", "___TESTS___", "\u{10FFFF}", "\u{FFFD}", "e\u{301}", "?",
    "const a = require('JSON');", "\0", "&", "*", "!", "@", "`",
  ]

  @Test(arguments: 0..<20)
  func everyTextComesBackFromYAML(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let tests = TemplateTests(
        scenarios: (0..<generator.below(4)).map { _ in
          TemplateScenario(
            name: generator.text(of: Self.pieces), code: generator.text(of: Self.pieces))
        }, setup: generator.below(3) == 0 ? nil : generator.text(of: Self.pieces))
      var template = ExampleTemplate.template
      template.tests = tests
      let file = try TemplateDocument.read(template.text, file: "t.tpl")
      #expect(file.template.tests == tests, "\(tests.text.debugDescription)")
      #expect(file.sectionsInForeignStyle.isEmpty)
    }
  }

  @Test func theLinesOfEveryStyleAreKnown() throws {
    let yaml = #"""
      scenarios:
      - name: literal
        code: |-
          a1
            a2

          a4
      - code: "b1\nb2\n\n\
          \  b4\n\
          b5"
        name: double
      - name: single
        code: 'c1

          c2

          c3'
      - name: folded
        code: >-
          d1
          d1

          d2
      setup: e1
      """#
    let file = try Self.read(yaml)
    let places = file.scenarioPlaces
    #expect(places.map(\.nameLine) == [3, 12, 13, 19])
    #expect((1...4).map { places[0].codeLines[$0] } == [5, 6, 7, 8])
    #expect((1...5).map { places[1].codeLines[$0] } == [9, 9, 9, 10, 11])
    #expect((1...3).map { places[2].codeLines[$0] } == [14, 16, 18])
    #expect((1...2).map { places[3].codeLines[$0] } == [21, 24])
    #expect(file.setupLines?[1] == 25)
  }
}
