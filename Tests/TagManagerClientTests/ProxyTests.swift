import TagManagerClient
import TagManagerStandIn
import Testing

/// The way to the network that the environment names.
@Suite struct ProxyTests {
  func send(
    _ address: String, through environment: [String: String]
  ) throws -> HTTPResponse {
    try CurlTransport(
      network: NetworkEnvironment { environment[$0] }, library: try CurlLibrary.loaded
    ).send(
      HTTPRequest("a test", to: try #require(HTTPEndpoint(address))), timeout: .seconds(20),
      limit: 1000
    )
  }

  @Test(arguments: ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
  func encryptedRequestGoesThroughTheProxy(variable: String) throws {
    let proxy = try LoopbackServer { _ in Reply(403, "no way") }
    #expect(throws: TransportFailure.proxyRefused(status: 403)) {
      _ = try send("https://nobody.invalid/secret?x", through: [variable: proxy.url])
    }
    let asked = try #require(proxy.requests.first)
    #expect(asked.method == "CONNECT")
    #expect(asked.path == "nobody.invalid:443")
    #expect(asked.headers["authorization"] == nil)
  }

  @Test(arguments: ["nobody.invalid", ".invalid", "example.com,invalid", "*"])
  func exceptionIsAskedDirectly(exceptions: String) throws {
    let proxy = try LoopbackServer { _ in Reply(403, "no way") }
    for name in ["no_proxy", "NO_PROXY"] {
      #expect(throws: TransportFailure.hostNotFound("Could not resolve host: nobody.invalid")) {
        _ = try send(
          "https://nobody.invalid/", through: ["https_proxy": proxy.url, name: exceptions])
      }
    }
    #expect(proxy.requests.isEmpty)
  }

  @Test func thisMachineIsNeverAskedThroughTheProxy() throws {
    let proxy = try LoopbackServer { _ in Reply(403, "no way") }
    let server = try LoopbackServer { _ in Reply(200, "{}") }
    let environment = ["https_proxy": proxy.url, "http_proxy": proxy.url, "all_proxy": proxy.url]
    #expect(try send(server.url + "/", through: environment).status == 200)
    #expect(proxy.requests.isEmpty)
  }

  @Test func proxyThatWantsAPasswordGetsTheOneInItsAddress() throws {
    let proxy = try LoopbackServer { request in
      Reply(request.headers["proxy-authorization"] == "Basic dTpw" ? 502 : 407)
    }
    let address = proxy.url.replacing("http://", with: "http://u:p@")
    #expect(throws: TransportFailure.proxyRefused(status: 502)) {
      _ = try send("https://nobody.invalid/", through: ["https_proxy": address])
    }
    #expect(throws: TransportFailure.proxyRefused(status: 407)) {
      _ = try send("https://nobody.invalid/", through: ["https_proxy": proxy.url])
    }
  }

  @Test func proxyThatIsNotThereIsNamed() throws {
    let port = try UnansweredPort()
    for (proxy, name) in [
      ("http://127.0.0.1:\(port.number)", "127.0.0.1 port \(port.number)"),
      ("http://no-proxy.invalid:1", "no-proxy.invalid"),
    ] {
      let failure = #expect(throws: TransportFailure.self) {
        _ = try send("https://nobody.invalid/", through: ["https_proxy": proxy])
      }
      #expect(failure?.text.hasPrefix("could not be reached: ") == true)
      #expect(failure?.text.contains(name) == true)
    }
  }

  @Test func proxyThatCannotBeReadIsNotQuoted() throws {
    let failure = #expect(throws: TransportFailure.self) {
      _ = try send(
        "https://nobody.invalid/", through: ["https_proxy": "http://user:pass-word@[:1:2"])
    }
    #expect(failure.map { "\($0)".contains("pass-word") } == false)
  }
}
