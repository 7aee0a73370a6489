import JavaScriptEngines
import SandboxedJS
import TestSupport
import Testing

@Suite struct URIEncodingTests {
  static let encoded: [(text: String, address: String, component: String)] = [
    ("", "", ""), ("abcXYZ019-_.!~*'()", "abcXYZ019-_.!~*'()", "abcXYZ019-_.!~*'()"),
    ("a b", "a%20b", "a%20b"), (";/?:@&=+$,#", ";/?:@&=+$,#", "%3B%2F%3F%3A%40%26%3D%2B%24%2C%23"),
    ("ä€😀", "%C3%A4%E2%82%AC%F0%9F%98%80", "%C3%A4%E2%82%AC%F0%9F%98%80"),
    ("%", "%25", "%25"),
    ("[]{}|\\^`\"<>", "%5B%5D%7B%7D%7C%5C%5E%60%22%3C%3E", "%5B%5D%7B%7D%7C%5C%5E%60%22%3C%3E"),
    ("\0\u{7F}", "%00%7F", "%00%7F"),
  ]

  @Test(arguments: encoded)
  func encodingEscapesWhatCannotStay(text: String, address: String, component: String) {
    #expect(URIEncoding.encode(text, as: .address) == address)
    #expect(URIEncoding.encode(text, as: .component) == component)
    #expect(URIEncoding.decode(address, as: .address) == text)
    #expect(URIEncoding.decode(component, as: .component) == text)
  }

  @Test func decodingAnAddressKeepsWhatHasAMeaningThere() {
    #expect(URIEncoding.decode("%2Fa%2fb%20%41%25", as: .address) == "%2Fa%2fb A%")
    #expect(URIEncoding.decode("%2Fa%2fb%20%41%25", as: .component) == "/a/b A%")
  }

  @Test(arguments: [
    "%", "%4", "%zz", "a%", "%C3", "%C3%", "%C3%4", "%C3a4", "%C3%28", "%80", "%BF", "%FF",
    "%F8%88%80%80%80",
    "%C0%80", "%E0%80%80", "%ED%A0%80", "%F4%90%80%80", "%E2%82", "%E2%82%2C", "ä%",
  ]) func invalidEscapesAreNoText(text: String) {
    #expect(URIEncoding.decode(text, as: .component) == nil)
    #expect(URIEncoding.decode(text, as: .address) == nil)
  }

  struct Answers: Codable, Equatable {
    var address, component: String
    var decodedAddress, decodedComponent: String?
  }

  @Test(.enabled(if: Node.isInstalled, "node is not on PATH"))
  func generatedTextsAreEncodedAsAnEngineEncodesThem() throws {
    let pieces = [
      "%", "%2", "%41", "%2f", "%C3", "%A4", "%e2%82%ac", "%F0%9F%98%80", "%ED%A0%80", "a", "ä",
      "😀", " ", "/",
      "?", "&", "'", "[", "%00", "\0", "%25",
    ]
    var numbers = SeededGenerator(seed: 6)
    let texts = (0..<3_000).map { _ in
      (0..<Int.random(in: 0...5, using: &numbers))
        .map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
    }
    let expected = try Node.map(
      texts, to: Answers.self,
      with: """
        const tried = f => { try { return f(input) } catch (error) { return undefined } };
        return { address: encodeURI(input), component: encodeURIComponent(input),
          decodedAddress: tried(decodeURI), decodedComponent: tried(decodeURIComponent) };
        """)
    for (text, expected) in zip(texts, expected) {
      let answers = Answers(
        address: URIEncoding.encode(text, as: .address),
        component: URIEncoding.encode(text, as: .component),
        decodedAddress: URIEncoding.decode(text, as: .address),
        decodedComponent: URIEncoding.decode(text, as: .component))
      #expect(answers == expected, "'\(text)'")
    }
  }
}
