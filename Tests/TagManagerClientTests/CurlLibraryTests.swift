import TagManagerClient
import TagManagerStandIn
import Testing

/// The library that carries the requests, in each variety that this machine has, and where it has none.
@Suite struct CurlLibraryTests {
  static let present = CurlLibrary.names.filter { (try? CurlLibrary(names: [$0])) != nil }

  @Test func missingLibraryIsSaidWithItsPackage() {
    let failure = #expect(throws: FetchFailure.self) {
      _ = try CurlLibrary(names: ["libnothing.so.4", "libnothing-gnutls.so.4"])
    }
    #expect(
      failure?.message == "the library libcurl, which carries the requests, was not found")
    #expect(failure?.notes.count == 3)
    #expect(failure?.notes.last?.contains("libnothing-gnutls.so.4") == true)
    #if os(Linux)
      #expect(
        failure?.notes.first
          == "install the package 'libcurl4' (Debian, Ubuntu), 'libcurl' (Fedora, Red Hat, Alpine) or 'curl' (Arch)"
      )
    #endif
  }

  @Test func secondNameIsTakenWhereTheFirstIsNothing() throws {
    _ = try CurlLibrary(names: ["libnothing.so.4"] + CurlLibrary.names)
  }

  #if os(Linux)
    @Test func libraryThatIsAnotherIsSaid() {
      let failure = #expect(throws: FetchFailure.self) {
        _ = try CurlLibrary(names: ["libc.so.6"])
      }
      #expect(
        failure?.message
          == "the library libcurl, which carries the requests, has no 'curl_easy_setopt'")
    }
  #endif

  @Test(arguments: present) func everyVarietyKeepsTheLimit(name: String) throws {
    let transport = try transport(name)
    let server = try LoopbackServer { request in
      Reply(
        200, String(repeating: "x", count: 65536), manner: request.path == "/" ? .whole : .endless)
    }
    let url = server.url
    #expect(try send(url + "/", transport).body.count == 65536)
    #expect(throws: TransportFailure.tooLong(limit: 1 << 20)) { try send(url + "/x", transport) }
    #expect(server.bytesSent < 16 << 20)
  }

  @Test(
    .enabled(if: Finished.canRun("openssl", "version"), "the program 'openssl' is not installed"),
    arguments: present)
  func everyVarietyTrustsOnlyWhomItShould(name: String) throws {
    let server = try SelfSignedServer()
    let url = "https://127.0.0.1:\(server.port)/"
    let failure = #expect(throws: TransportFailure.self) { try send(url, try transport(name)) }
    guard case .notTrusted = failure else {
      Issue.record("\(failure.debugDescription)")
      return
    }
    for variable in ["CURL_CA_BUNDLE", "SSL_CERT_FILE"] {
      let trusting = try transport(name, [variable: server.certificate])
      #expect(try send(url, trusting).status == 200)
    }
    #expect(throws: TransportFailure.self) {
      try send(url, try transport(name, ["SSL_CERT_FILE": "/no/such/file"]))
    }
  }

  func transport(
    _ name: String, _ environment: [String: String] = [:]
  ) throws -> CurlTransport {
    try CurlTransport(
      network: NetworkEnvironment { environment[$0] }, library: try CurlLibrary(names: [name]))
  }

  @discardableResult
  func send(_ url: String, _ transport: CurlTransport) throws -> HTTPResponse {
    try transport.send(
      HTTPRequest("a test", to: try #require(HTTPEndpoint(url))), timeout: .seconds(20),
      limit: 1 << 20)
  }
}
