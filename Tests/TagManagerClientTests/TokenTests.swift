import JSONText
import TagManagerClient
import TagManagerStandIn
import Testing

/// Where tokens come from, how long they last, and that nobody sees them.
@Suite struct TokenTests: FetchSuite {
  let standIn: StandInTagManager
  let time = TestTime()
  let progress = Locked<[FetchProgress]>([])

  init() throws { standIn = try StandInTagManager() }

  @Test func givenTokenThatExpiredCannotBeRefreshed() {
    let failure = failure(environment: ["GTM_ACCESS_TOKEN": "old-token"])
    #expect(failure?.kind == .credential)
    #expect(failure?.message.hasPrefix("the token in GTM_ACCESS_TOKEN is not accepted") == true)
    #expect(standIn.apiPaths.count == 1)
  }

  func userFile() -> [String: String] {
    [
      "/user.json": """
      {"type": "authorized_user", "client_id": "the id", "client_secret": "the-client-secret",
       "refresh_token": "1//the-refresh-token", "quota_project_id": "my-project",
       "token_uri": "\(standIn.tokenURI)"}
      """
    ]
  }

  let userEnvironment = ["GOOGLE_APPLICATION_CREDENTIALS": "/user.json"]

  @Test func userTokenIsExchangedAndTheQuotaProjectNamed() throws {
    _ = try fetch(environment: userEnvironment, files: userFile())
    let requests = standIn.server.requests
    #expect(
      requests.first?.form == [
        "grant_type": "refresh_token", "client_id": "the id", "client_secret": "the-client-secret",
        "refresh_token": "1//the-refresh-token",
      ])
    #expect(
      requests.dropFirst().map { $0.headers["x-goog-user-project"] } == [
        "my-project", "my-project",
      ])
    #expect(
      requests.dropFirst().map { $0.headers["authorization"] } == [
        "Bearer fresh-token-1", "Bearer fresh-token-1",
      ])
  }

  @Test func refusedTokenIsRefreshedOnce() throws {
    standIn.state.change { $0.troubles = [.unauthorised] }
    #expect(
      try fetch(environment: userEnvironment, files: userFile())
        == ShopContainer.version(9).bytes(.container))
    #expect(standIn.state.value.tokensGiven == 2)
    #expect(progress.value.contains(.refreshing))
  }

  @Test func tokenThatStaysRefusedIsNotRefreshedForever() {
    standIn.state.change { $0.givesValidTokens = false }
    let failure = failure(environment: userEnvironment, files: userFile())
    #expect(failure?.kind == .credential)
    #expect(standIn.state.value.tokensGiven == 2)
    #expect(standIn.apiPaths.count == 2)
  }

  @Test func tokenEndpointIsTriedAgainToo() throws {
    standIn.state.change {
      $0.tokenTroubles = [Reply(503), Reply(200, "{", manner: .cut(after: 0))]
    }
    _ = try fetch(environment: userEnvironment, files: userFile())
    #expect(time.waits.value.count == 2)
  }

  @Test func revokedLoginIsExplainedWithoutSecrets() {
    standIn.state.change {
      $0.tokenTroubles = [
        Reply(
          400,
          #"{"error": "invalid_grant", "error_description": "Token 1//the-refresh-token of the-client-secret has been revoked."}"#
        )
      ]
    }
    let failure = failure(environment: userEnvironment, files: userFile())
    #expect(
      failure?.message
        == "no token for the user credential in '/user.json': invalid_grant: Token (secret) of (secret) has been revoked."
    )
    #expect(failure?.notes.first?.contains("gcloud auth application-default login") == true)
  }

  @Test func loginWithoutTheScopeIsToldBeforeAsking() {
    standIn.state.change { $0.scope = "openid https://www.googleapis.com/auth/cloud-platform" }
    let failure = failure(environment: userEnvironment, files: userFile())
    #expect(failure?.kind == .permission)
    #expect(failure?.message.contains("lacks the scope") == true)
    #expect(standIn.apiPaths.isEmpty)
  }

  @Test func metadataServerGivesTheTokenOfTheMachine() throws {
    let environment = ["GCE_METADATA_HOST": "127.0.0.1:\(standIn.server.port)"]
    _ = try fetch(environment: environment)
    let request = try #require(standIn.server.requests.first)
    #expect(request.headers["metadata-flavor"] == "Google")
    #expect(request.query["scopes"] == "https://www.googleapis.com/auth/tagmanager.readonly")
    #expect(request.headers["authorization"] == nil)
  }

  @Test(arguments: [
    Reply(200, #"{"access_token": "a"}"#), Reply(404, ""),
    Reply(200, "<html>", headers: ["Content-Type": "text/html"]),
  ])
  func serverThatIsNotTheMetadataServerIsNoCredential(reply: Reply) throws {
    let other = try LoopbackServer { _ in reply }
    let failure = failure(environment: ["GCE_METADATA_HOST": "127.0.0.1:\(other.port)"])
    #expect(failure?.message == "no credential for the Tag Manager API was found")
    #expect(standIn.apiPaths.isEmpty)
  }

  @Test func nothingReportedHoldsASecret() throws {
    standIn.state.change { $0.troubles = [.quota403, .unauthorised, Reply(503)] }
    _ = try fetch(environment: userEnvironment, files: userFile())
    let text = progress.value.map(\.text).joined(separator: "\n")
    for secret in ["fresh-token", "the-client-secret", "the-refresh-token"] {
      #expect(!text.contains(secret))
    }
    #expect(text.contains("answer 401"))
  }
}
