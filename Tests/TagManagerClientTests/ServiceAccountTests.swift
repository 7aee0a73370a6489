import Foundation
import JSONText
import TagManagerClient
import TagManagerStandIn
import TestSupport
import Testing

/// One at a time: a pipe of one must not be inherited by the other's program before it is marked.
@Suite(.serialized) struct ServiceAccountTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
    ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
  ])
  func base64FollowsTheStandardsVectors(text: String, encoded: String) {
    #expect(ServiceAccountClaim.base64URL(Array(text.utf8)) == encoded)
  }

  @Test func base64UsesTheAlphabetForAddresses() {
    #expect(ServiceAccountClaim.base64URL([0xFB, 0xFF, 0xBF]) == "-_-_")
  }

  @Test func claimHoldsWhatGoogleAsksFor() throws {
    let claim = ServiceAccountClaim(
      try key(pem: "x", tokenURI: "https://example.com/token"), scopes: [.readonly], now: 1000)
    let parts = claim.signingInput.split(separator: ".").map(decoded)
    #expect(
      parts == [
        #"{"alg":"RS256","typ":"JWT","kid":"abc"}"#,
        #"{"iss":"diff@p.iam.gserviceaccount.com","scope":"https://www.googleapis.com/auth/tagmanager.readonly","aud":"https://example.com/token","iat":1000,"exp":4600}"#,
      ])
    #expect(
      claim.form(signature: [1, 2, 3])
        == "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=\(claim.signingInput).AQID"
    )
  }

  @Test(
    .enabled(if: Finished.canRun("openssl", "version"), "the program 'openssl' is not installed"))
  func signatureIsTheKeysOwn() throws {
    let key = try PrivateKey()
    let text = "header.claims"
    let signature = try OpenSSL().signature(of: text, key: key.pem)
    #expect(signature.count == 256)
    #expect(try key.verifies(signature, of: text))
    #expect(try !key.verifies(signature, of: "header.other"))
  }

  @Test(
    .enabled(if: Finished.canRun("openssl", "version"), "the program 'openssl' is not installed"),
    arguments: ["garbage", "", "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"])
  func brokenKeySignsNothing(pem: String) {
    #expect(throws: OpenSSL.Problem.failed) { try OpenSSL().signature(of: "a", key: pem) }
  }

  @Test(
    .enabled(if: Finished.canRun("openssl", "version"), "the program 'openssl' is not installed"))
  func keyWithAPassPhraseIsAnErrorNotAQuestion() throws {
    let pem = try PrivateKey(passPhrase: "1234").pem
    #expect(throws: OpenSSL.Problem.failed) { try OpenSSL().signature(of: "a", key: pem) }
  }

  @Test func missingProgramIsSaid() {
    #expect(throws: OpenSSL.Problem.notFound) {
      try OpenSSL(program: "no-such-openssl").signature(of: "a", key: "b")
    }
  }

  @Test func whatDoesNotFitIntoAPipeIsRefused() {
    let long = String(repeating: "x", count: OpenSSL.keyLengthLimit + 1)
    #expect(throws: OpenSSL.Problem.failed) { try OpenSSL().signature(of: "a", key: long) }
    #expect(throws: OpenSSL.Problem.failed) { try OpenSSL().signature(of: long, key: "a") }
  }

  /// The program is replaced by one that shows what it was given.
  @Test func neitherArgumentsNorEnvironmentHoldTheKey() throws {
    let folder = try TemporaryFolder()
    let seen = folder.path + "/seen"
    let program = folder.path + "/openssl"
    try """
    #!/bin/sh
    { printf '%s\\n' "$@"; env; } > '\(seen)'
    cat > '\(seen)-input'
    cat /dev/fd/3 > '\(seen)-key'
    printf signature
    """.write(toFile: program, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    let signature = try OpenSSL(program: program).signature(of: "the input", key: "the key")
    #expect(signature == Array("signature".utf8))
    let shown = try String(contentsOfFile: seen, encoding: .utf8)
    #expect(shown.contains("-sign\n/dev/fd/3\n"))
    #expect(!shown.contains("the key"))
    #expect(try String(contentsOfFile: seen + "-input", encoding: .utf8) == "the input")
    #expect(try String(contentsOfFile: seen + "-key", encoding: .utf8) == "the key")
  }

  @Test(
    .enabled(if: Finished.canRun("openssl", "version"), "the program 'openssl' is not installed"))
  func serviceAccountSignsForItsToken() throws {
    let key = try PrivateKey()
    let standIn = try StandInTagManager()
    let file: JSON = [
      "type": "service_account", "private_key_id": "abc", "private_key": .string(key.pem),
      "client_email": "diff@p.iam.gserviceaccount.com", "token_uri": .string(standIn.tokenURI),
    ]
    let search = CredentialSearch(
      environment: { name in
        name == "GOOGLE_APPLICATION_CREDENTIALS" ? "/key.json" : nil
      }, readFile: { _ in .bytes(file.bytes(.compact)) })
    let container = LiveContainer(
      api: try TagManagerAPI(url: standIn.url), tokens: try TokenSource(search),
      transport: try CurlTransport.direct(),
      policy: RetryPolicy(seed: 3), time: TestTime().timekeeper)
    let bytes = try container.fetch(publicID: StandInTagManager.publicID)
    #expect(bytes == ShopContainer.version(9).bytes(.container))
    let form = try #require(standIn.server.requests.first).form
    #expect(form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer")
    let parts = try #require(form["assertion"]).split(separator: ".").map(String.init)
    try #require(parts.count == 3)
    var base64 = parts[2].replacing("-", with: "+").replacing("_", with: "/")
    while base64.count % 4 != 0 { base64 += "=" }
    let signature = try #require(Data(base64Encoded: base64))
    #expect(try key.verifies(Array(signature), of: parts[0] + "." + parts[1]))
  }

  func key(pem: String, tokenURI: String) throws -> ServiceAccountKey {
    ServiceAccountKey(
      email: "diff@p.iam.gserviceaccount.com", keyID: "abc", privateKey: pem, tokenURI: tokenURI,
      tokenEndpoint: try #require(HTTPEndpoint(tokenURI)), file: "/f")
  }

  func decoded(_ part: Substring) -> String {
    var text = String(part.replacing("-", with: "+").replacing("_", with: "/"))
    while text.count % 4 != 0 { text += "=" }
    return Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
