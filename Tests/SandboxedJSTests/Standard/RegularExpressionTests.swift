import JavaScriptEngines
import SandboxedJS
import TestSupport
import Testing

@Suite struct RegularExpressionTests {
  /// A pattern, a text, and the first match with its groups; `nil` where nothing matches.
  static let cases: [(pattern: String, text: String, match: [String?]?)] = [
    ("", "abc", [""]), ("b", "abc", ["b"]), ("x", "abc", nil), ("a.c", "abc", ["abc"]),
    ("a.c", "a\nc", nil), ("(?s)a.c", "a\nc", ["a\nc"]), ("[0-9]+", "a123b", ["123"]),
    ("^[A-Fa-f0-9]{64}$", String(repeating: "ab", count: 32), [String(repeating: "ab", count: 32)]),
    ("^[A-Fa-f0-9]{64}$", String(repeating: "ab", count: 31), nil),
    // Repetitions.
    ("a*", "aaa", ["aaa"]), ("a*?", "aaa", [""]), ("a+?", "aaa", ["a"]), ("a??b", "ab", ["ab"]),
    ("a{2}", "aaa", ["aa"]), ("a{2,}", "aaaa", ["aaaa"]), ("a{2,3}", "aaaa", ["aaa"]),
    ("a{2,3}?", "aaaa", ["aa"]), ("a{0}", "a", [""]), ("a{0,1}", "a", ["a"]),
    ("a{,5}", "a{,5}", ["a{,5}"]),
    ("a{", "a{", ["a{"]), ("a{2", "a{2", ["a{2"]), ("{", "{", ["{"]), ("x{1000}", "xx", nil),
    ("(?:ab){2}", "ababab", ["abab"]), ("(?U)a+", "aaa", ["a"]), ("(?U)a+?", "aaa", ["aaa"]),
    // Groups.
    ("(a)(b)?", "ac", ["a", "a", nil]), ("(a|b)*", "ab", ["ab", "b"]),
    ("(?:(a)|b)*", "ab", ["ab", "a"]),
    ("(?P<year>\\d{4})-(?<month>\\d\\d)", "2024-05", ["2024-05", "2024", "05"]),
    ("((a)(b(c)))", "abc", ["abc", "abc", "a", "bc", "c"]), ("()", "", ["", ""]),
    ("(a*)*", "b", ["", ""]),
    ("(|a)*", "aa", ["", ""]), ("(|a)+", "aa", ["", ""]), ("(a*)+", "aab", ["aa", "aa"]),
    // Alternatives: the first that matches, not the longest.
    ("a|ab", "ab", ["a"]), ("ab|a", "ab", ["ab"]), ("a||b", "b", [""]),
    ("(a|ab)(c|bcd)", "abcd", ["abcd", "a", "bcd"]),
    // Classes.
    ("[^a]", "ab", ["b"]), ("[^a]", "\n", ["\n"]), ("[]a]+", "]a", ["]a"]), ("[^]a]", "]ab", ["b"]),
    ("[a-]+", "a-b", ["a-"]), ("[a-c-e]+", "-abce", ["-abce"]), ("[-a]+", "-a", ["-a"]),
    ("[\\d\\-x]+", "1-x", ["1-x"]), ("[\\w.]+@", "a.b_1@", ["a.b_1@"]), ("[\\D]+", "ab1", ["ab"]),
    ("[[:alpha:]_]+", "1ab_c", ["ab_c"]), ("[[:^digit:]]+", "12ab", ["ab"]),
    ("[[:word:]]+", "-a_1", ["a_1"]),
    ("[\\]]", "]", ["]"]), ("[\\^]", "^", ["^"]), ("[[]", "[", ["["]), ("[a[:b]+", "[:", ["[:"]),
    ("[\\x41-\\x43]+", "ABCD", ["ABC"]), ("[α-ω]+", "xαβγ", ["αβγ"]), ("[😀-😎]", "a😃", ["😃"]),
    // Perl's and Unicode's classes.
    ("\\d+", "a12", ["12"]), ("\\D+", "12a", ["a"]), ("\\s", "\u{B}", nil),
    ("\\s+", "a \t\r\n\u{C}", [" \t\r\n\u{C}"]),
    ("\\w+", "ä_1", ["_1"]), ("\\W", "aä", ["ä"]), ("\\pL+", "1äβж", ["äβж"]),
    ("\\p{Lu}", "aB", ["B"]),
    ("\\PL+", "ab12", ["12"]), ("\\p{^L}+", "ab12", ["12"]), ("\\P{^L}+", "12ab", ["ab"]),
    ("\\p{Greek}+", "aαβ", ["αβ"]),
    ("\\P{Greek}+", "aα", ["a"]), ("\\p{N}+", "a١٢", ["١٢"]), ("[^\\pL]", "a1", ["1"]),
    ("[\\PL]", "a1", ["1"]),
    ("\\p{Any}", "😀", ["😀"]), ("\\p{Han}+", "日本ab", ["日本"]), ("\\p{Sc}", "a€", ["€"]),
    // Places.
    ("^b", "ab", nil), ("(?m)^b", "a\nb", ["b"]), ("a$", "a\n", nil), ("(?m)a$", "a\n", ["a"]),
    ("\\Ab", "b\nb", ["b"]),
    ("a\\z", "ba", ["a"]), ("\\bb", "ab b", ["b"]), ("\\Bb", "ab", ["b"]), ("\\b", "", nil),
    ("\\B", "", [""]),
    ("^*", "a", [""]), ("$^", "", [""]), ("a\\b", "aä", ["a"]),
    // Escapes.
    ("\\.", "a.", ["."]), ("\\x41\\x{42}\\u0043", "ABC", ["ABC"]), ("\\x{1F600}", "😀", ["😀"]),
    ("\\u{1F600}", "😀", ["😀"]),
    ("\\101\\0", "A\0", ["A\0"]),
    ("\\t\\n\\r\\f\\v\\a", "\t\n\r\u{C}\u{B}\u{7}", ["\t\n\r\u{C}\u{B}\u{7}"]),
    ("\\Qa.b*\\E+", "a.b**", ["a.b**"]), ("\\Qa.b", "a.b", ["a.b"]), ("\\_\\-\\/", "_-/", ["_-/"]),
    ("\\Q\\E*", "a", [""]),
    // Flags.
    ("(?i)AbC", "xaBc", ["aBc"]), ("(?i)[k]", "\u{212A}", ["\u{212A}"]), ("(?i)ſ", "S", ["S"]),
    ("(?i)ä", "Ä", ["Ä"]),
    ("(?i)[^a]", "A", nil), ("(?i)[α-ω]+", "ΑΣς", ["ΑΣς"]), ("a(?i)b", "aB", ["aB"]),
    ("a(?i)b", "AB", nil),
    ("(?i:a)b", "Ab", ["Ab"]), ("(?i:a)b", "AB", nil), ("(?i)a(?-i)b", "Ab", ["Ab"]),
    ("(?i)a(?-i)b", "AB", nil),
    ("((?i)a)b", "Ab", ["Ab", "A"]), ("(?ims)A.^b", "a\nB", ["a\nB"]), ("(?i)ı", "i", nil),
    ("(?i)\\p{Lu}", "a", ["a"]),
    ("a|(?i)b|c", "C", ["C"]), ("(?i)ß", "ẞ", ["ẞ"]), ("(?i-s:A.)", "a\n", nil),
    // Scalars, not bytes.
    (".", "ä", ["ä"]), ("^.$", "😀", ["😀"]), ("ä", "aä", ["ä"]), ("[^a]b", "äb", ["äb"]),
    ("(.)\\b", "äa", ["ä", "ä"]),
  ]

  @Test(arguments: cases)
  func firstMatchIsTheOneThatRE2Prefers(pattern: String, text: String, match: [String?]?) throws {
    let expression = try RegularExpression(pattern)
    #expect(expression.firstMatch(in: text)?.texts(in: text) == match)
    // So long a text is searched in another way, which has to find the same.
    let far = String(repeating: "\u{1}", count: 100_000)
    if match != nil, !pattern.contains("$"), !pattern.contains("z"), !text.isEmpty, match?[0] != "",
      expression.firstMatch(in: "\u{1}") == nil
    {
      #expect(expression.firstMatch(in: text + far)?.texts(in: text) == match)
    }
  }

  static let rejected: [(pattern: String, message: String, offset: Int)] = [
    ("a(?=b)", "RE2 cannot look ahead or behind: there is no '(?='", 1),
    ("(?!b)", "RE2 cannot look ahead or behind: there is no '(?!'", 0),
    ("(?<=b)", "RE2 cannot look ahead or behind: there is no '(?<='", 0),
    ("(?<!b)", "RE2 cannot look ahead or behind: there is no '(?<!'", 0),
    ("(a)\\1", "RE2 has no back-references: there is no '\\1'", 3),
    ("(?<n>a)\\k<n>", "RE2 has no back-references: there is no '\\k'", 7),
    ("a**", "a repetition cannot be repeated: put it into a group '(?:…)'", 2),
    ("a+*", "a repetition cannot be repeated: put it into a group '(?:…)'", 2),
    ("*a", "'*' has nothing to repeat: write '\\*' for the character itself", 0),
    ("a|+", "'+' has nothing to repeat: write '\\+' for the character itself", 2),
    ("(?)", "'(?' starts no group that RE2 knows", 0),
    ("(?i-)", "'(?' starts no group that RE2 knows", 0),
    ("(?x)a", "'(?' starts no group that RE2 knows", 0),
    ("(?>a)", "'(?' starts no group that RE2 knows", 0),
    ("(a", "'(' is never closed", 0), ("a)", "')' closes no group: write '\\)'", 1),
    ("[a", "'[' is never closed", 0),
    ("[]", "'[' is never closed", 0),
    ("[z-a]", "a range in '[…]' runs from the smaller character to the larger", 1),
    ("a{1001}", "a repetition counts to 1000 at most", 1),
    ("a{1,1001}", "a repetition counts to 1000 at most", 1),
    ("a{2,1}", "a repetition's second count is smaller than its first", 1),
    ("{2}", "'{' has nothing to repeat: write '\\{' for the character itself", 0),
    ("(a{100}){100}", "repetitions inside one another repeat more than 1000 times", 0),
    ("\\", "'\\' ends the pattern: write '\\\\'", 0), ("\\q", "'\\q' means nothing in RE2", 0),
    ("\\Z", "'\\Z' means nothing in RE2", 0), ("\\C", "'\\C' means nothing in RE2", 0),
    ("[\\b]", "'\\b' means nothing in RE2", 1),
    ("\\x4", "a hexadecimal escape is '\\x7F', '\\u00E4' or '\\x{1F600}'", 0),
    ("\\x{110000}", "a hexadecimal escape is '\\x7F', '\\u00E4' or '\\x{1F600}'", 0),
    ("\\ud800", "a hexadecimal escape is '\\x7F', '\\u00E4' or '\\x{1F600}'", 0),
    ("\\x{41", "a hexadecimal escape is '\\x7F', '\\u00E4' or '\\x{1F600}'", 0),
    ("\\p{L", "'\\p{' is never closed", 0),
    ("(?P<n>a)(?P<n>b)", "two groups have the name 'n'", 8),
    ("(?P<a-b>c)", "a group's name is made of letters, digits and '_', as in '(?P<name>…)'", 0),
    (String(repeating: "(", count: 300), "groups are nested too deep", 200),
    (
      String(repeating: "[a-z]{1000}", count: 30),
      "the pattern is too large when its repetitions are written out", 0
    ),
    (String(repeating: "()", count: 3_000), "the pattern has too many groups", 0),
  ]

  @Test(arguments: rejected)
  func otherPatternsAreRejected(pattern: String, message: String, offset: Int) {
    let error = #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
    #expect(error?.message == message)
    #expect(error?.offset == offset)
  }

  @Test func unknownClassesNameTheKnownOnes() {
    let unicode = #expect(throws: RegularExpressionError.self) {
      try RegularExpression("\\p{Klingon}")
    }
    #expect(unicode?.message.contains("'Klingon' is not a class of characters known here") == true)
    let posix = #expect(throws: RegularExpressionError.self) { try RegularExpression("[[:foo:]]") }
    #expect(posix?.message.contains("'[:foo:]' is not a class: there are alnum, alpha") == true)
  }

  @Test func flagIIsTheSameAsTheOneInThePattern() throws {
    #expect(try RegularExpression("ABC", ignoresCase: true).firstMatch(in: "abc") != nil)
    #expect(try RegularExpression("(?-i)ABC", ignoresCase: true).firstMatch(in: "abc") == nil)
  }

  @Test func groupsAreCountedAndNamed() throws {
    let expression = try RegularExpression("(a)(?:b)(?P<c>c)(?<d>d)")
    #expect(expression.groupCount == 3)
    #expect(expression.groupNames == [nil, "c", "d"])
  }

  @Test func searchGoesOnBehindAMatchAndAfterAnEmptyOne() throws {
    func ranges(_ pattern: String, _ text: String) throws -> [Range<Int>] {
      try RegularExpression(pattern).matches(in: text).map(\.range)
    }
    #expect(try ranges("a", "aba") == [0..<1, 2..<3])
    #expect(try ranges("", "äb") == [0..<0, 2..<2, 3..<3])
    #expect(try ranges("a*", "baa") == [0..<0, 1..<3, 3..<3])
    #expect(try ranges("^a", "aa") == [0..<1])
    #expect(try ranges("\\b", "ab cd") == [0..<0, 2..<2, 3..<3, 5..<5])
    #expect(try ranges("x", "") == [])
  }

  @Test func offsetsAreBytesAndCanBeCodeUnits() throws {
    let text = "ä😀(b)"
    let match = try #require(try RegularExpression("\\((.)(x)?").firstMatch(in: text))
    #expect(match.ranges == [6..<8, 7..<8, nil])
    #expect(match.utf16(in: text) == [3..<5, 4..<5, nil])
    #expect(try RegularExpression("b").firstMatch(in: text, from: 8) == nil)
    #expect(try RegularExpression("b").firstMatch(in: text, from: 100) == nil)
    #expect(try RegularExpression("").firstMatch(in: text, from: -1) == nil)
  }

  @Test(arguments: [
    "(a*)*b", "(a|aa)+$b", "(a+)+b", "(?:a?){50}a{50}b", "(.*)(.*)(.*)(.*)x", "a*a*a*a*a*b",
  ])
  func hostilePatternsTakeTimeInProportionToTheText(pattern: String) throws {
    #expect(try Self.steps(pattern, 1_200) <= 3 * Self.steps(pattern, 600))
  }

  @Test(arguments: ["(a|aa)+$b", "(a|ab|aab)*c"])
  func longTextsTakeTimeInProportionToTheirLength(pattern: String) throws {
    #expect(try Self.steps(pattern, 50_000) <= 3 * Self.steps(pattern, 25_000))
  }

  /// How many steps it takes to find that a text of so many letters does not match.
  private static func steps(_ pattern: String, _ length: Int) throws -> Int {
    var budget = Int.max
    let text = String(repeating: "a", count: length)
    #expect(try RegularExpression(pattern).firstMatch(in: text, budget: &budget) == nil)
    return Int.max - budget
  }

  @Test(arguments: [100, 100_000]) func searchEndsWhenItsBudgetDoes(length: Int) throws {
    let expression = try RegularExpression("(a|b)*c")
    var budget = 50
    #expect(throws: RegularExpressionBudgetExceeded.self) {
      try expression.firstMatch(in: String(repeating: "ab", count: length), budget: &budget)
    }
  }

  @Test func replacementsAreECMAScripts() throws {
    func replaced(_ pattern: String, _ text: String, _ template: String, all: Bool = true) throws
      -> String
    {
      try RegularExpression(pattern).replacing(in: text, with: template, all: all)
    }
    #expect(try replaced("[.-]", "a.b-c", "_") == "a_b_c")
    #expect(try replaced("[.-]", "a.b-c", "_", all: false) == "a_b-c")
    #expect(try replaced("(\\d+)-(\\d+)", "10-20", "$2/$1") == "20/10")
    #expect(try replaced("b", "abc", "[$&$$$`$']") == "a[b$ac]c")
    #expect(try replaced("(?<n>b)", "abc", "<$<n>$<m>>") == "a<b>c")
    #expect(try replaced("(b)", "abc", "$0$1$2$01$10$") == "a$0b$2bb0$c")
    #expect(try replaced("b", "abc", "$1$<n>") == "a$1$<n>c")
    #expect(try replaced("(x)?b", "ab", "[$1]") == "a[]")
    #expect(try replaced("", "äb", "-") == "-ä-b-")
    #expect(try replaced("x", "abc", "-") == "abc")
  }

  struct Found: Codable, Equatable {
    var texts: [String?]
    var start, end: Int
  }

  @Test(.enabled(if: Node.isInstalled, "node is not on PATH"))
  func generatedPatternsMatchAsAnEngineMatchesThem() throws {
    var numbers = SeededGenerator(seed: 7)
    let searches = (0..<4_000).map { _ in
      [
        Self.pattern(depth: 3, isRepeated: false, &numbers),
        (0..<Int.random(in: 0...14, using: &numbers))
          .map { _ in "aabbc1 \nB".randomElement(using: &numbers).map(String.init) ?? "" }.joined(),
        Bool.random(using: &numbers) ? "i" : "",
      ]
    }
    let expected = try Node.map(
      searches, to: [Found].self,
      with: """
        const [pattern, text, flags] = input;
        return [...text.matchAll(new RegExp(pattern, flags + 'g'))].map(m =>
          ({ texts: [...m].map(t => t === undefined ? null : t),
             start: m.index, end: m.index + m[0].length }));
        """)
    let far = String(repeating: "\n", count: 100_000)
    for (number, (search, expected)) in zip(searches, expected).enumerated() {
      let (pattern, text) = (search[0], search[1])
      let expression = try RegularExpression(pattern, ignoresCase: search[2] == "i")
      let found = expression.matches(in: text)
      #expect(
        found.map {
          Found(texts: $0.texts(in: text), start: $0.range.lowerBound, end: $0.range.upperBound)
        }
          == expected, "/\(pattern)/\(search[2]) in '\(text)'")
      // The other way to search finds the same, where the text's end does not matter.
      if number.isMultiple(of: 40), !pattern.contains("$"), !pattern.contains("\\W"),
        !pattern.contains("s"),
        !pattern.contains("^"), let first = found.first
      {
        #expect(expression.firstMatch(in: text + "\n" + far) == first, "/\(pattern)/ in '\(text)'")
      }
    }
  }

  /// A pattern that means the same in RE2 and in ECMAScript: what is repeated takes some text and
  /// holds no group, for the two disagree on what such a group keeps.
  private static func pattern(depth: Int, isRepeated: Bool, _ numbers: inout SeededGenerator)
    -> String
  {
    let atoms = [
      "a", "b", "c", "ab", "[ab]", "[^a]", "[a-c]", "\\w", "\\d", "1", "B", "[^b1]", "\\W",
      "[\\d ]",
    ]
    let assertions = ["^", "$", "\\b", "\\B"]
    func inner() -> String { pattern(depth: depth - 1, isRepeated: isRepeated, &numbers) }
    switch depth > 0 ? Int.random(in: 0...8, using: &numbers) : 0 {
    case 1, 2: return inner() + inner()
    case 3: return "(?:" + inner() + "|" + inner() + ")"
    case 4 where !isRepeated: return "(" + inner() + ")"
    case 5, 6:
      let some = pattern(depth: depth - 1, isRepeated: true, &numbers)
      let operators = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{1,}"]
      return "(?:" + (atoms.randomElement(using: &numbers) ?? "") + some + ")"
        + (operators.randomElement(using: &numbers) ?? "")
    case 7 where !isRepeated: return assertions.randomElement(using: &numbers) ?? ""
    default: return atoms.randomElement(using: &numbers) ?? ""
    }
  }

  @Test func damagedPatternsEndInAnAnswer() {
    let whole = Array(
      "(?P<n>[[:alpha:]\\x{41}-\\d]+?|\\p{Lu}{2,3}(?i:b))*\\Qx\\E\\b[^]a]$".unicodeScalars)
    var numbers = SeededGenerator(seed: 8)
    var accepted = 0
    for _ in 0..<3_000 {
      var scalars = whole
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let index = Int.random(in: 0..<scalars.count, using: &numbers)
        switch Int.random(in: 0...2, using: &numbers) {
        case 0: scalars.remove(at: index)
        case 1: scalars.insert(whole.randomElement(using: &numbers) ?? "(", at: index)
        default: scalars.removeSubrange(index...)
        }
        if scalars.isEmpty { scalars = ["\\"] }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      if let expression = try? RegularExpression(String(text)) {
        accepted += 1
        _ = expression.matches(in: "abAB(x)12\n]")
      }
    }
    #expect((1..<3_000).contains(accepted))
  }
}
