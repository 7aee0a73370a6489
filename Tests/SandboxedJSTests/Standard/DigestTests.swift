import SandboxedJS
import Testing

@Suite struct DigestTests {
  /// Messages and digests of FIPS 180-4's examples and NIST's short message vectors.
  static let digests: [(message: [UInt8], digest: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      Array(
        ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
          + "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    ([0xd3], "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    (
      [0x11, 0xaf], "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"
    ),
  ]

  @Test(arguments: digests) func digestIsThePublishedOne(message: [UInt8], digest: String) {
    #expect(Hexadecimal.encode(SHA256.digest(of: message)) == digest)
  }

  @Test func digestOfAMillionLettersIsThePublishedOne() {
    let digest = SHA256.digest(of: [UInt8](repeating: 0x61, count: 1_000_000))
    #expect(
      Hexadecimal.encode(digest)
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func piecesOfAnyLengthGiveTheDigestOfTheWhole() {
    let message = (0..<300).map { UInt8($0 % 251) }
    for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 129, 300] {
      let whole = SHA256.digest(of: Array(message.prefix(length)))
      for step in [1, 7, 63, 64, 65, 200] {
        var hash = SHA256()
        for start in stride(from: 0, to: length, by: step) {
          hash.update(Array(message[start..<min(start + step, length)]))
        }
        #expect(hash.digest() == whole, "length \(length), step \(step)")
      }
    }
  }

  @Test func textIsHashedInItsUTF8Form() {
    #expect(SHA256.digest(of: "größe 🙂") == SHA256.digest(of: Array("größe 🙂".utf8)))
  }

  /// RFC 4231, test cases 1 to 4, 6 and 7.
  static let codes: [(key: [UInt8], message: [UInt8], code: String)] = [
    (
      [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      Array(1...25), [UInt8](repeating: 0xcd, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      Array(
        ("This is a test using a larger than block-size key and a larger than block-size data. "
          + "The key needs to be hashed before being used by the HMAC algorithm.").utf8),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ]

  @Test(arguments: codes)
  func authenticationCodeIsThePublishedOne(key: [UInt8], message: [UInt8], code: String) {
    #expect(Hexadecimal.encode(HMACSHA256.code(for: message, key: key)) == code)
  }
}
