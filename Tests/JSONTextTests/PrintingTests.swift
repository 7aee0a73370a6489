import JSONText
import Testing

@Suite struct Printing {
  static let document: JSON = [
    "empty": [:], "none": [], "text": "a/b \"q\" \\ <>&=' äé😀", "list": [1, [true, .null]],
    "object": ["a": ["b": "c"]],
  ]

  @Test func containerStyleIndentsByFour() {
    #expect(
      Self.document.text(.container) == #"""
        {
            "empty": {},
            "none": [],
            "text": "a/b \"q\" \\ <>&=' äé😀",
            "list": [
                1,
                [
                    true,
                    null
                ]
            ],
            "object": {
                "a": {
                    "b": "c"
                }
            }
        }
        """#)
  }

  @Test func templateStyleIndentsByTwoAndEscapesForHTML() {
    #expect(
      Self.document.text(.template) == #"""
        {
          "empty": {},
          "none": [],
          "text": "a/b \"q\" \\ \u003c\u003e\u0026\u003d\u0027 äé😀",
          "list": [
            1,
            [
              true,
              null
            ]
          ],
          "object": {
            "a": {
              "b": "c"
            }
          }
        }
        """#)
  }

  @Test func compactStyleIsOneLine() {
    #expect(
      Self.document.text(.compact)
        == #"{"empty":{},"none":[],"text":"a/b \"q\" \\ <>&=' äé😀","list":[1,[true,null]],"object":{"a":{"b":"c"}}}"#
    )
  }

  static let controls = "\u{0}\u{1}\u{7}\u{8}\t\n\u{B}\u{C}\r\u{E}\u{1F}\u{7F}\u{80}"
  static let controlEscapes =
    #""\u0000\u0001\u0007\b\t\n\u000b\f\r\u000e\u001f"# + "\u{7F}\u{80}\""

  @Test(arguments: [JSONStyle.container, .template, .compact])
  func controlCharactersAreEscaped(_ style: JSONStyle) {
    #expect(JSON.string(Self.controls).text(style) == Self.controlEscapes)
  }

  @Test func lineSeparatorsAreEscapedInTemplatesOnly() {
    let text = "\u{2027}\u{2028}\u{2029}\u{202A}\u{E2}"
    #expect(JSON.string(text).text(.container) == "\"\(text)\"")
    #expect(JSON.string(text).text(.template) == "\"\u{2027}\\u2028\\u2029\u{202A}\u{E2}\"")
  }

  @Test func keysAreEscapedToo() {
    #expect((["a\"<": 1] as JSON).text(.template) == "{\n  \"a\\\"\\u003c\": 1\n}")
  }

  @Test func numbersArePrintedAsWritten() throws {
    let text = "[1.10,-0,1E+2,12345678901234567890123]"
    #expect(try JSON.read(text).text(.compact) == text)
  }
}
