import TagManagerClient
import Testing

@Suite struct EndpointTests {
  @Test(arguments: [
    ("https://tagmanager.googleapis.com", "https://tagmanager.googleapis.com"),
    ("HTTPS://Example.COM/A?b=C", "https://example.com/A?b=C"),
    ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"),
    ("http://[::1]:80/x", "http://[::1]:80/x"),
    ("https://example.com?x=1", "https://example.com/?x=1"),
  ])
  func addressIsRead(text: String, printed: String) {
    #expect(HTTPEndpoint(text)?.text == printed)
  }

  @Test(arguments: [
    "", "example.com", "ftp://example.com", "https://", "https:///path", "https://:443/",
    "https://user@example.com", "https://user:password@example.com/", "https://example.com:0",
    "https://example.com:65536", "https://example.com:+1", "https://example.com:",
    "https://exa mple.com", "https://example.com/a b", "https://example.com/#part",
    "https://example.com/\\evil", "https://example.com/\r\nX: y", "https://exämple.com",
    "https://[::1", "https://[::1]x", "https://[evil.example]/",
    "https://example.com\\@evil.example",
    "file:///etc/passwd", " https://example.com",
  ])
  func anythingElseIsNone(text: String) {
    #expect(HTTPEndpoint(text) == nil)
  }

  @Test(arguments: [
    ("http://localhost", true), ("http://LOCALHOST:1/", true), ("http://127.0.0.1", true),
    ("http://127.255.255.254:9", true), ("http://[::1]:8080", true), ("https://example.com", false),
    ("http://localhost.example.com", false), ("http://127.0.0.1.example.com", false),
    ("http://127.0.0", false), ("http://1270.0.0.1", false), ("http://128.0.0.1", false),
    ("http://127.0.0.256", false), ("http://127.0.0.1.", false), ("http://[::2]", false),
    ("http://0.0.0.0", false), ("http://169.254.169.254", false),
  ])
  func onlyThisMachineIsLoopback(text: String, isLoopback: Bool) throws {
    #expect(try #require(HTTPEndpoint(text)).isLoopback == isLoopback)
  }

  @Test(arguments: [
    ("https://example.com", true), ("http://example.com", false), ("http://localhost:80", true),
    ("http://metadata.google.internal", false),
  ])
  func secretsNeedEncryptionOrThisMachine(text: String, keeps: Bool) throws {
    #expect(try #require(HTTPEndpoint(text)).keepsSecrets == keeps)
  }

  @Test(arguments: [
    ("/b?c", "https://example.com/b?c", true),
    ("https://example.com/b", "https://example.com/b", true),
    ("https://example.com:443/", "https://example.com:443/", true),
    ("https://example.com:444/", "https://example.com:444/", false),
    ("http://example.com/", "http://example.com/", false),
    ("https://evil.example/", "https://evil.example/", false),
    ("//evil.example/x", "https://evil.example/x", false),
    ("https://example.com.evil.example/", "https://example.com.evil.example/", false),
  ])
  func redirectIsJudgedByItsOrigin(location: String, target: String, isSame: Bool) throws {
    let start = try #require(HTTPEndpoint("https://example.com/a"))
    let next = try #require(start.redirected(to: location))
    #expect(next.text == target)
    #expect(next.hasOrigin(of: start) == isSame)
  }

  @Test(arguments: ["", "relative", "/a b", "javascript:alert(1)", "/a\u{0}"])
  func unreadableRedirectLeadsNowhere(location: String) throws {
    #expect(try #require(HTTPEndpoint("https://example.com/a")).redirected(to: location) == nil)
  }

  @Test func queryIsPercentEncoded() {
    #expect("aZ9-._~".percentEncoded == "aZ9-._~")
    #expect(" &=+/ü\n".percentEncoded == "%20%26%3D%2B%2F%C3%BC%0A")
  }
}
