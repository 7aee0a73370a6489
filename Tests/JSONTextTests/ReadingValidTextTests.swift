import JSONText
import Testing

@Suite struct ReadingValidText {
  static let values: [(text: String, value: JSON)] = [
    ("null", .null),
    ("true", true),
    (" \t\r\n false \n", false),
    ("0", 0),
    ("-0", .number(JSONNumber(unchecked: "-0"))),
    ("12345678901234567890123", .number(JSONNumber(unchecked: "12345678901234567890123"))),
    ("1.10", .number(JSONNumber(unchecked: "1.10"))),
    ("1E+2", .number(JSONNumber(unchecked: "1E+2"))),
    ("-0.5e-10", .number(JSONNumber(unchecked: "-0.5e-10"))),
    ("\"\"", ""),
    ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "a\"\\/\u{8}\u{C}\n\r\t"),
    ("\"\\u00e4\\u20AC\\u0000\"", "ä€\u{0}"),
    ("\"\\ud83d\\uDE00\"", "😀"),
    ("\"\u{FEFF}\u{7F}\u{2028}\u{10FFFF}\"", "\u{FEFF}\u{7F}\u{2028}\u{10FFFF}"),
    ("[]", []),
    ("[ ]", []),
    ("[1,[2,[]],{}]", [1, [2, []], [:]]),
    ("{}", [:]),
    ("{\"\":{\"\":[null]}}", ["": ["": [.null]]]),
    ("{\"b\":1,\"a\":2}", ["b": 1, "a": 2]),
  ]

  @Test(arguments: values) func isReadAsItsValue(_ example: (text: String, value: JSON)) throws {
    #expect(try JSON.read(example.text) == example.value)
  }

  @Test func byteOrderMarkIsSkipped() throws {
    #expect(try JSON.read([0xEF, 0xBB, 0xBF] + Array("[1]".utf8)) == [1])
  }

  @Test func orderOfMembersIsKept() throws {
    let object = try #require(JSON.read(#"{"z": 1, "a": 2, "m": 3}"#).object)
    #expect(object.members.map(\.key) == ["z", "a", "m"])
  }

  @Test func canonicallyEquivalentKeysAreTwoKeys() throws {
    let object = try #require(JSON.read("{\"\u{E4}\": 1, \"a\u{308}\": 2}").object)
    #expect(object.members.map(\.value) == [1, 2])
    #expect(object["\u{E4}"] == 1)
    #expect(object["a\u{308}"] == 2)
  }

  @Test(arguments: [1, 15, 16, 17, 400]) func lastOfRepeatedKeysCountsWhereAskedFor(
    _ count: Int
  ) throws {
    let once = (0..<count).map { "\"k\($0)\": [\($0)]" }
    let again = (0..<count).map { "\"k\($0)\": \(-$0)" }
    let text = "{" + (once + again).joined(separator: ",") + "}"
    let read = try JSON.read(text, JSONReadOptions(repeatedKeys: .lastOneCounts))
    let members = (0..<count).map { JSONObject.Member("k\($0)", .number(JSONNumber(-$0))) }
    #expect(read == .object(JSONObject(members)))
  }

  @Test func nestingUpToTheLimitIsRead() throws {
    let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try JSON.read(text).text(.compact) == text)
    let objects =
      String(repeating: "{\"a\":", count: 512) + "1" + String(repeating: "}", count: 512)
    #expect(try JSON.read(objects).text(.compact) == objects)
  }

  @Test func greatestDepthIsReadAndPrinted() throws {
    let depth = JSONReadOptions.greatestDepth
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let value = try JSON.read(text, JSONReadOptions(depthLimit: .max))
    #expect(value.text(.compact) == text)
  }
}
