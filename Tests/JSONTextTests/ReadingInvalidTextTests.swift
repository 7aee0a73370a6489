import JSONText
import Testing

@Suite struct ReadingInvalidText {
  /// A text, and what is said of it.
  static let errors: [(text: String, error: String)] = [
    // Whole texts that are something else.
    ("", "1:1: expected JSON, found an empty text"),
    (" \n ", "2:2: expected JSON, found only white space"),
    (
      "<!DOCTYPE html>\n<html>",
      "1:1: expected JSON, found an HTML page: was a login page saved instead of the file?"
    ),
    ("<a/>", "1:1: expected JSON, found markup ('<')"),
    ("PK\u{3}\u{4}...", "1:1: expected JSON, found a zip archive: unpack it first"),
    ("___INFO___\n", "1:1: expected JSON, found what looks like a custom template (a '.tpl' file)"),
    // Values.
    ("nul", "1:1: expected a value, found 'nul'"),
    ("nulll", "1:1: expected a value, found 'nulll'"),
    ("True", "1:1: expected a value, found 'True': write 'true' in lower case"),
    ("NaN", "1:1: expected a value, found 'NaN'"),
    ("undefined", "1:1: expected a value, found 'undefined'"),
    ("'a'", "1:1: expected a value, found ''': strings stand in double quotes"),
    ("// a\n1", "1:1: expected a value, found '/': JSON has no comments"),
    ("+1", "1:1: expected a value, found '+': a number begins with a digit or '-'"),
    (".5", "1:1: expected a value, found '.': a number begins with a digit or '-'"),
    ("\u{0}", "1:1: expected a value, found the control character U+0000"),
    ("\u{A0}1", "1:1: expected a value, found '\u{A0}'"),
    ("ä", "1:1: expected a value, found 'ä'"),
    // Numbers.
    ("01", "1:1: expected a number without leading zeros, found '01'"),
    ("-01", "1:1: expected a number without leading zeros, found '-'"),
    ("-", "1:2: expected a digit after '-', found the end of the text"),
    ("-a", "1:2: expected a digit after '-', found 'a'"),
    ("1.", "1:3: expected a digit after '1.', found the end of the text"),
    ("1.e1", "1:3: expected a digit after '1.', found 'e1'"),
    ("1e", "1:3: expected a digit after '1e', found the end of the text"),
    ("[1e+]", "1:5: expected a digit after '1e+', found ']'"),
    ("0x10", "1:2: expected the end of the text, found 'x10'"),
    ("1_000", "1:2: expected the end of the text, found '_000'"),
    // After the value.
    ("1 2", "1:3: expected the end of the text, found '2'"),
    ("{}\n}", "2:1: expected the end of the text, found '}'"),
    ("[],", "1:3: expected the end of the text, found ','"),
    // Arrays.
    ("[1 2]", "1:4: expected ',' or ']', found '2'"),
    ("[\"a\" \"b\"]", "1:6: expected ',' or ']', found '\"': a comma is missing"),
    ("[1,]", "1:3: expected a value after ',', found ']': take the comma away"),
    ("[,1]", "1:2: expected a value, found ','"),
    ("[1,,2]", "1:4: expected a value, found ','"),
    ("[1}", "1:3: expected ',' or ']', found '}'"),
    (
      "[\n  [1,",
      "2:6: expected a value, found the end of the text: the array that begins at 2:3 is not closed"
    ),
    (
      "[1",
      "1:3: expected ',' or ']', found the end of the text: the array that begins at 1:1 is not closed"
    ),
    (
      "[",
      "1:2: expected a value, found the end of the text: the array that begins at 1:1 is not closed"
    ),
    // Objects.
    (
      "{",
      "1:2: expected a key, found the end of the text: the object that begins at 1:1 is not closed"
    ),
    ("{a: 1}", "1:2: expected a key in double quotes, found 'a'"),
    ("{'a': 1}", "1:2: expected a key in double quotes, found '''"),
    ("{1: 1}", "1:2: expected a key in double quotes, found '1'"),
    ("{\"a\" 1}", "1:6: expected ':' after the key 'a', found '1'"),
    (
      "{\"a\"",
      "1:5: expected ':', found the end of the text: the object that begins at 1:1 is not closed"
    ),
    ("{\"a\":}", "1:6: expected a value, found '}'"),
    ("{\"a\": 1,}", "1:8: expected a key after ',', found '}': take the comma away"),
    ("{\"a\": 1,, \"b\": 2}", "1:9: expected a key in double quotes, found ','"),
    ("{\"a\": 1 \"b\": 2}", "1:9: expected ',' or '}', found '\"': a comma is missing"),
    ("{\"a\": 1 // one\n}", "1:9: expected ',' or '}', found '/': JSON has no comments"),
    ("{\"a\": 1]", "1:8: expected ',' or '}', found ']'"),
    (
      "{\"a\": 1,\n \"b\": {\"a\": 2},\n \"a\": 3}",
      "3:2: expected each key once, found 'a' again: it is already at 1:2"
    ),
    (
      "{\"\\u0061\": 1, \"a\": 2}",
      "1:15: expected each key once, found 'a' again: it is already at 1:2"
    ),
    // Strings.
    (
      "[\"a",
      "1:4: expected '\"', found the end of the text: the string that begins at 1:2 is not closed"
    ),
    ("\"a\nb\"", "1:3: expected '\\n' inside a string, found a line break as it is"),
    ("\"a\tb\"", "1:3: expected '\\t' inside a string, found a tab as it is"),
    (
      "\"\u{1F}\"",
      "1:2: expected '\\u001f' inside a string, found the control character U+001F as it is"
    ),
    (
      #""\x41""#,
      #"1:2: expected one of the escapes '\"', '\\', '\/', '\b', '\f', '\n', '\r', '\t' and '\uXXXX', found a backslash before 'x41'"#
    ),
    (
      #""\"#,
      #"1:2: expected one of the escapes '\"', '\\', '\/', '\b', '\f', '\n', '\r', '\t' and '\uXXXX', found a backslash before the end of the text"#
    ),
    (#""\u12G4""#, #"1:2: expected four hexadecimal digits after '\u', found 'G4'"#),
    (#""\u12"#, #"1:2: expected four hexadecimal digits after '\u', found the end of the text"#),
    (
      #""\ud800""#,
      #"1:2: expected an escape from '\udc00' to '\udfff' after it, found '\ud800' alone, half a surrogate pair"#
    ),
    (
      #""ab\uD83Dx""#,
      #"1:4: expected an escape from '\udc00' to '\udfff' after it, found '\uD83D' alone, half a surrogate pair"#
    ),
    (
      #""\ud800\u0041""#,
      #"1:2: expected an escape from '\udc00' to '\udfff' after it, found '\ud800' alone, half a surrogate pair"#
    ),
    (
      #""\uDC00\uD800""#,
      #"1:2: expected an escape from '\ud800' to '\udbff' before it, found '\uDC00' alone, half a surrogate pair"#
    ),
    // Columns count characters, not bytes.
    ("[\"äöü€😀\" 1]", "1:10: expected ',' or ']', found '1'"),
  ]

  @Test(arguments: errors) func isAnErrorWithItsPlace(_ example: (text: String, error: String)) {
    let error = #expect(throws: JSONReadError.self) {
      try JSON.read(example.text, JSONReadOptions(file: "a.json"))
    }
    #expect(error?.description == "a.json:" + example.error)
  }

  /// Bytes that are not UTF-8 at an offset, inside a string that begins at the first byte.
  static let invalidUTF8: [(bytes: [UInt8], column: Int)] = [
    ([0x80], 2), ([0xC0, 0x80], 2), ([0xC1, 0xBF], 2), ([0x61, 0xE4, 0x61], 3),
    ([0xE0, 0x80, 0x80], 2),
    ([0xED, 0xA0, 0x80], 2), ([0xF0, 0x80, 0x80, 0x80], 2), ([0xF4, 0x90, 0x80, 0x80], 2),
    ([0xF5, 0x80, 0x80, 0x80], 2), ([0xE2, 0x82], 2), ([0xC3, 0xA4, 0xFF], 3),
    ([0xF0, 0x9F, 0x98], 2),
    ([0xE2, 0x28, 0xA1], 2),
  ]

  @Test(arguments: invalidUTF8) func invalidUTF8IsNamedByItsByte(
    _ example: (bytes: [UInt8], column: Int)
  ) {
    let error = #expect(throws: JSONReadError.self) {
      try JSON.read([0x22] + example.bytes + [0x22])
    }
    #expect(error?.column == example.column)
    #expect(error?.message.hasPrefix("expected UTF-8, found the byte 0x") == true)
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 0x08], "data packed with gzip: unpack it first"),
      ([0xFF, 0xFE, 0x7B, 0x00], "UTF-16 text: save it as UTF-8"),
      ([0xFE, 0xFF, 0x00, 0x7B], "UTF-16 text: save it as UTF-8"),
      ([0xEF, 0xBB, 0xBF], "only white space"),
    ] as [([UInt8], String)])
  func otherFormatsAreNamed(_ example: ([UInt8], String)) {
    let error = #expect(throws: JSONReadError.self) { try JSON.read(example.0) }
    #expect(error?.message == "expected JSON, found " + example.1)
  }

  @Test(arguments: [1, 20, 1000]) func repeatedKeyIsFoundAmongMany(_ count: Int) {
    let keys = (0..<count).map { "\"k\($0)\": 0,\n" }.joined()
    let error = #expect(throws: JSONReadError.self) { try JSON.read("{\(keys)\"k0\": 1}") }
    #expect(
      error?.description
        == "line \(count + 1), column 1: expected each key once, found 'k0' again: it is already at 1:2"
    )
  }

  @Test(arguments: [(512, 513), (3, 4), (0, 1), (.max, JSONReadOptions.greatestDepth + 1)])
  func nestingBeyondTheLimitIsAnError(_ limit: Int, _ depth: Int) {
    for opening in ["[", "{\"a\":", "[{\"a\":"] {
      let text = String(repeating: opening, count: depth)
      let error = #expect(throws: JSONReadError.self) {
        try JSON.read(text, JSONReadOptions(depthLimit: limit))
      }
      #expect(error?.message == "arrays and objects are nested deeper than \(depth - 1) levels")
    }
  }

  @Test func endlessNestingIsAnErrorOnly() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 5_000_000)
    #expect(throws: JSONReadError.self) { try JSON.read(bytes) }
  }

  @Test func linesAreCountedFromTheGivenOne() {
    let error = #expect(throws: JSONReadError.self) {
      try JSON.read("[\n1\n", JSONReadOptions(file: "a.tpl", firstLine: 40))
    }
    #expect(error?.line == 42)
    #expect(error?.message.hasSuffix("the array that begins at 40:1 is not closed") == true)
  }

  @Test func byteOrderMarkIsNoColumn() {
    let error = #expect(throws: JSONReadError.self) {
      try JSON.read([0xEF, 0xBB, 0xBF] + Array("[x".utf8))
    }
    #expect(error?.column == 2)
  }
}
