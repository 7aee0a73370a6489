import SandboxedJS
import Simulator
import TestSupport
import Testing

@Suite struct MissingTextTests {
  @Test(
    arguments: MissingText.examples + [
      "", " \u{a0}\u{feff}\n", "UNDEFINED", " Null ", "nan", "(Not Set)", "not_set", "'undefined'",
      "[undefined]", "<null>", "{{ order.id }}", "%CLICKID%", "##id##", "$$id$$", "@@id@@",
      "<%= id %>",
      "#{id}", "{!id}", "[[click_id]]", "__CALLBACK_PARAM__", "---", "\u{2013}", "N/A", "#N/A",
      "(not provided)", "[object Undefined]", "{}", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?",
      "undefined_undefined", "NaN.undefined", "null,null", "undefined undefined", "_undefined",
      "(not set)-(not set)", "%%CLICK_URL%%", "%%PATTERN:url%%", "{lineitem.id}", "*|ORDER|*",
      "@order.id@", "|ORDER_ID|", "%s", "\u{200B}", "\u{2060}\u{200D}", "null@null.com",
      "undefined@undefined", "function id(x) { return x; }",
      "%7B%7BEvent%20ID%7D%7D", "%7bid%7d", "function(){\n}",
    ])
  func aTextThatStandsForNothingIsMissing(text: String) {
    #expect(MissingText.isMissing(text))
  }

  @Test(arguments: [
    "", " ", "undefined", "NULL", "NaN", "(not set)", "[object Object]", "-", "Undefined",
  ])
  func itsDigestIsMissingToo(word: String) {
    let digest = Hexadecimal.encode(SHA256.digest(of: word))
    #expect(MissingText.isMissing(digest))
    #expect(MissingText.isMissing(" \(digest.uppercased()) "))
  }

  @Test(arguments: [
    "T-1001", "0", "false", "E.C.P.click-1", "01K0T8BYGJH63785W68YS5NN1R_.tt.1", "Nullmeier",
    "Nantes",
    "undefined-1001", "order {{1}} of 2", "100%", "50% off, 20% more", "$5", "[1, 2]", #"{"a":1}"#,
    "a_b__c", "C++", "#1", "#sale!", "none", "None", "nano", "null-1001", "not settled",
    "user@example.com", "A|B", "5%", "%20x", "object one two", "nonesuch", "object", "notset-1",
    "function", "Function (new)", "Infinity", "unset", "invalid", "Invalid dates", "(a) b",
    #"\Next"#,
    "null@example.com", "a\u{200B}b", "f(x)",
    "1767225600000.100000001.4",
    "ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976",
  ])
  func everythingElseIsAValue(text: String) {
    #expect(!MissingText.isMissing(text))
  }

  @Test func thePatternDecidesAlsoWhereItNeedNotBeAsked() throws {
    let pattern = try RegularExpression(MissingText.pattern)
    let digest = Hexadecimal.encode(SHA256.digest(of: "null"))
    let parts = [
      "undefined", "null", "nan", "nil", "n/a", "not set", "none", "object", " ", "a", "N", "u",
      "function", "f", "()", "{}", "=>", "invalid date", "I", #"\N"#, "%7b", "%7D", "\u{200B}",
      "7", "ref!", "|", "*", ":", ",", "_",
      "(", ")", "[", "]", "{", "}", "_", "__", "-", ".", "%", "$", "@", "<", ">", "#", "\u{e9}",
      digest,
    ]
    var random = SeededGenerator(seed: 11)
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 1...3, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let trimmed = text.trimmingPrefix(" ").reversed().trimmingPrefix(" ").reversed()
      let expected =
        trimmed.isEmpty || pattern.firstMatch(in: String(trimmed).lowercased()) != nil
      #expect(MissingText.isMissing(text) == expected, "\(text)")
    }
  }

  @Test func thePatternMeansTheSameInRE2AndInJavaScript() {
    #expect(PortablePattern.difference(in: MissingText.pattern) == nil)
  }
}
