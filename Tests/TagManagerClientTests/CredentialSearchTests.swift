import JSONText
import TagManagerClient
import Testing

@Suite struct CredentialSearchTests {
  static let user = """
    {"type": "authorized_user", "client_id": "id", "client_secret": "client-secret",
     "refresh_token": "1//refresh", "quota_project_id": "my-project"}
    """
  static let account = """
    {"type": "service_account", "project_id": "p", "private_key_id": "abc", "client_id": "1",
     "private_key": "-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----\\n",
     "client_email": "diff@p.iam.gserviceaccount.com", "token_uri": "https://oauth2.googleapis.com/token"}
    """

  func search(
    _ environment: [String: String], _ files: [String: String] = [:]
  ) -> CredentialSearch {
    CredentialSearch(environment: { environment[$0] }) { path in
      files[path].map { .bytes(Array($0.utf8)) } ?? .missing
    }
  }

  @Test func orderIsTokenThenFilesThenMetadataServer() throws {
    let files = [
      "/key.json": Self.account,
      "/home/u/.config/gcloud/application_default_credentials.json": Self.user,
      "/config/application_default_credentials.json": Self.user,
    ]
    var environment = [
      "GTM_ACCESS_TOKEN": "abc", "GOOGLE_APPLICATION_CREDENTIALS": "/key.json",
      "CLOUDSDK_CONFIG": "/config", "HOME": "/home/u",
    ]
    func origin() throws -> String { try search(environment, files).find().origin }
    #expect(try origin() == "the token in GTM_ACCESS_TOKEN")
    environment["GTM_ACCESS_TOKEN"] = ""
    #expect(
      try origin() == "the key of service account 'diff@p.iam.gserviceaccount.com' in '/key.json'")
    environment["GOOGLE_APPLICATION_CREDENTIALS"] = nil
    #expect(
      try origin() == "the user credential in '/config/application_default_credentials.json'")
    environment["CLOUDSDK_CONFIG"] = nil
    #expect(
      try origin()
        == "the user credential in '/home/u/.config/gcloud/application_default_credentials.json'")
    environment["HOME"] = "/nobody"
    #expect(
      try origin() == "the service account of this machine, from 'metadata.google.internal'")
  }

  @Test func tokenLosesTheLineEndThatAFileGivesIt() throws {
    guard case .token(let token) = try search(["GTM_ACCESS_TOKEN": " ya29.a-b_c=\r\n"]).find()
    else {
      Issue.record("no token was found")
      return
    }
    #expect(token.secret == "ya29.a-b_c=")
  }

  @Test(arguments: ["Bearer abc", "a\r\nX-Evil: 1", "tokén", "a\u{0}b", " \n", "\"a b\""])
  func tokenThatCannotBeOneIsRefusedWithoutShowingIt(text: String) {
    let failure = #expect(throws: FetchFailure.self) {
      try search(["GTM_ACCESS_TOKEN": text]).find()
    }
    #expect(failure?.kind == .credential)
    #expect(failure?.text.contains(text) == false)
  }

  @Test func namedFileThatIsMissingIsAnErrorNotASkip() {
    let failure = #expect(throws: FetchFailure.self) {
      try search(["GOOGLE_APPLICATION_CREDENTIALS": "/no.json", "HOME": "/home/u"]).find()
    }
    #expect(
      failure?.message
        == "'/no.json', which GOOGLE_APPLICATION_CREDENTIALS names, does not exist")
  }

  @Test(arguments: [["GOOGLE_APPLICATION_CREDENTIALS": "/a.json"], ["CLOUDSDK_CONFIG": "/b"]])
  func fileThatCannotBeReadIsAnErrorNotASkip(environment: [String: String]) {
    let search = CredentialSearch(environment: { environment[$0] }) { _ in
      .unreadable(reason: "permission denied")
    }
    let failure = #expect(throws: FetchFailure.self) { try search.find() }
    #expect(failure?.message.hasSuffix("cannot be read: permission denied") == true)
  }

  @Test(arguments: ["evil.example/x", "a b", "user@host", "", "169.254.169.254:80"])
  func metadataHostIsOnlyAHost(host: String) throws {
    let search = search(["GCE_METADATA_HOST": host])
    if host.isEmpty || host.hasPrefix("169") {
      #expect(try search.find().origin.hasPrefix("the service account of this machine"))
    } else {
      #expect(throws: FetchFailure.self) { try search.find() }
    }
  }

  @Test func nothingFoundSaysEveryWay() {
    let text = search(["GTM_ACCESS_TOKEN": ""]).nothingFound([.readonly]).text
    for word in [
      "GTM_ACCESS_TOKEN is set, but empty", "GOOGLE_APPLICATION_CREDENTIALS",
      "gcloud auth application-default login", "tagmanager.readonly",
    ] {
      #expect(text.contains(word))
    }
  }

  @Test func quotaProjectOfTheEnvironmentComesFirst() throws {
    let files = ["/u.json": Self.user]
    var environment = ["GOOGLE_APPLICATION_CREDENTIALS": "/u.json"]
    #expect(try TokenSource(search(environment, files)).quotaProject == "my-project")
    environment["GOOGLE_CLOUD_QUOTA_PROJECT"] = "other-project"
    #expect(try TokenSource(search(environment, files)).quotaProject == "other-project")
    environment["GOOGLE_CLOUD_QUOTA_PROJECT"] = "a\r\nX: y"
    #expect(try TokenSource(search(environment, files)).quotaProject == "my-project")
  }

  @Test(arguments: [
    ("", "/f:1:1: the credential file is not valid JSON"),
    (#"{"type": "service_account", "private_key": SECRET"#, "not valid JSON"),
    ("[]", "holds no JSON object"), ("{}", "has no member 'type'"),
    (#"{"installed": {"client_id": "x"}}"#, "has no member 'type'"),
    (#"{"type": "external_account"}"#, "type 'external_account'"),
    (#"{"type": 7}"#, "has no member 'type'"),
    (#"{"type": "service_account"}"#, "has no member 'private_key'"),
    (#"{"type": "service_account", "private_key": "SECRET"}"#, "not a private key in PEM"),
    (#"{"type": "authorized_user", "client_id": ""}"#, "has no member 'client_id'"),
    (
      #"{"type": "authorized_user", "client_id": "a", "client_secret": "SECRET"}"#,
      "has no member 'refresh_token'"
    ),
    (
      CredentialSearchTests.user.replacing("\"my-project\"", with: #""a\r\nX: SECRET""#),
      "not a project id"
    ),
    (
      CredentialSearchTests.account.replacing("https://oauth2", with: "http://oauth2"),
      "'token_uri' in '/f' is not an https address"
    ),
    (
      CredentialSearchTests.account.replacing("https://oauth2", with: "SECRET"),
      "'token_uri' in '/f' is not an https address"
    ),
  ])
  func brokenFileIsExplainedWithoutItsValues(text: String, words: String) {
    Self.expectRefusal(of: text, words)
  }

  @Test func hugeFileIsExplained() {
    Self.expectRefusal(of: String(repeating: "[", count: 100_000), "not valid JSON")
    Self.expectRefusal(of: String(repeating: " ", count: 2 << 20), "too long")
  }

  private static func expectRefusal(of text: String, _ words: String) {
    let failure = #expect(throws: FetchFailure.self) {
      try CredentialFile(path: "/f", bytes: Array(text.utf8)).credential
    }
    #expect(failure?.kind == .credential)
    #expect(failure?.text.contains(words) == true, "\(failure?.text ?? "")")
    #expect(failure?.text.contains("SECRET") == false)
  }

  @Test func printedValuesHideWhatTheyHold() throws {
    let files = ["/u.json": Self.user, "/a.json": Self.account]
    for path in ["/u.json", "/a.json"] {
      let credential = try search(["GOOGLE_APPLICATION_CREDENTIALS": path], files).find()
      var dumped = "\(credential)"
      dump(credential, to: &dumped)
      for secret in ["client-secret", "1//refresh", "MIIE"] {
        #expect(!dumped.contains(secret))
      }
    }
    let token = try #require(AccessToken("abc-secret"))
    let request = HTTPRequest(
      "a thing", to: try #require(HTTPEndpoint("https://example.com/")), body: "x=abc-secret",
      headers: ["Authorization": "Bearer abc-secret"])
    var dumped = "\(token) \(String(reflecting: token)) \(request) \(String(reflecting: request))"
    dump(token, to: &dumped)
    dump(request, to: &dumped)
    #expect(!dumped.contains("abc-secret"))
  }
}
