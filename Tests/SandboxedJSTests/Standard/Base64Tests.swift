import SandboxedJS
import Testing

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  static let vectors: [(text: String, base64: String, hexadecimal: String)] = [
    ("", "", ""), ("f", "Zg==", "66"), ("fo", "Zm8=", "666f"), ("foo", "Zm9v", "666f6f"),
    ("foob", "Zm9vYg==", "666f6f62"), ("fooba", "Zm9vYmE=", "666f6f6261"),
    ("foobar", "Zm9vYmFy", "666f6f626172"),
  ]

  @Test(arguments: vectors)
  func encodesAndDecodesThePublishedVectors(text: String, base64: String, hexadecimal: String) {
    let bytes = Array(text.utf8)
    #expect(Base64.encode(bytes) == base64)
    #expect(Base64.decode(base64) == bytes)
    #expect(Hexadecimal.encode(bytes) == hexadecimal)
    #expect(Hexadecimal.decode(hexadecimal) == bytes)
    #expect(Hexadecimal.decode(hexadecimal.uppercased()) == bytes)
  }

  @Test func alphabetsDifferInTwoCharacters() {
    #expect(Base64.encode([0xfb, 0xff, 0xbe]) == "+/++")
    #expect(Base64.encode([0xfb, 0xff, 0xbe], alphabet: .urlSafe) == "-_--")
    #expect(Base64.encode([0xff], alphabet: .urlSafe, padded: false) == "_w")
    #expect(Base64.decode("-_--") == [0xfb, 0xff, 0xbe])
  }

  static let tolerated: [(text: String, bytes: [UInt8])] = [
    ("Zg", [0x66]), ("Z g =\n=", [0x66]), ("Zh==", [0x66]), ("  ", []), ("Zm8", [0x66, 0x6f]),
  ]

  @Test(arguments: tolerated) func missingPaddingAndSpacesAreTolerated(text: String, bytes: [UInt8])
  {
    #expect(Base64.decode(text) == bytes)
  }

  @Test(arguments: [
    "Z", "Zm9vY", "Zg=", "Zg===", "Zm9v=", "=", "====", "Zg==Zg==", "Z=g=", "Zm9!", "Zmö=",
    "Zm9v\u{0}", "Zm9v\u{B}",
  ]) func invalidTextIsNoBase64(text: String) {
    #expect(Base64.decode(text) == nil)
  }

  @Test(arguments: ["6", "666", "6g", "0x", " 66", "６６"])
  func invalidTextIsNotHexadecimal(text: String) {
    #expect(Hexadecimal.decode(text) == nil)
  }

  @Test func everyLengthSurvivesARoundTrip() {
    for length in 0...200 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ length) }
      for padded in [true, false] {
        #expect(Base64.decode(Base64.encode(bytes, padded: padded)) == bytes)
        let urlSafe = Base64.encode(bytes, alphabet: .urlSafe, padded: padded)
        #expect(Base64.decode(urlSafe) == bytes)
      }
      #expect(Hexadecimal.decode(Hexadecimal.encode(bytes)) == bytes)
    }
  }
}
