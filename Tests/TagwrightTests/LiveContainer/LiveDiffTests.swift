import Foundation
import JSONText
import TagManager
import TagManagerStandIn
import TestSupport
import Testing

/// The whole command `diff`, as a process, against a stand-in for Tag Manager.
@Suite struct LiveDiffTests {
  let standIn: StandInTagManager
  let folder: TemporaryFolder

  /// The stand-in publishes what the plan generates.
  init() throws {
    standIn = try StandInTagManager()
    folder = try TemporaryFolder()
    _ = try BuiltTool.run(["generate", "--into", folder.at("planned")], in: folder)
    let file = URL(fileURLWithPath: folder.at("planned/server-container.json"))
    let export = try ContainerExport(
      json: JSON.read(Array(try Data(contentsOf: file))), form: .export)
    try publish(export.version)
  }

  /// Publishes a version, in the API's form and with the ids that the stand-in knows.
  func publish(_ version: ContainerVersion) throws {
    guard var members = version.json(.api).object?.members else { return }
    members.removeAll { ["accountId", "containerId", "containerVersionId"].contains($0.key) }
    members += [
      .init("accountId", "6001"), .init("containerId", "7002"), .init("containerVersionId", "9"),
    ]
    let json = JSON.object(JSONObject(members)).text(.container)
    standIn.state.change { $0.live = json }
  }

  func published() throws -> ContainerVersion {
    let text = try #require(standIn.state.value.live)
    return try ContainerVersion(json: JSON.read(text), form: .api)
  }

  func environment(_ more: [String: String]) -> [String: String] {
    let standard = [
      "GTM_ACCESS_TOKEN": "given-token", "TAGWRIGHT_API_URL": standIn.url,
      "GOOGLE_APPLICATION_CREDENTIALS": "", "GOOGLE_CLOUD_QUOTA_PROJECT": "",
    ]
    return standard.merging(more) { $1 }
  }

  func diff(
    _ options: String..., environment: [String: String] = [:]
  ) throws -> BuiltTool.Result {
    try BuiltTool.run(
      ["diff"] + options, in: folder, environment: self.environment(environment))
  }

  @Test func importedPlanIsNoDifference() throws {
    let result = try diff()
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.errors.isEmpty)
    #expect(
      standIn.apiPaths == [
        "accounts/containers:lookup", "accounts/6001/containers/7002/versions:live",
      ])
  }

  @Test func pausedTagIsADifference() throws {
    var version = try published()
    let index = try #require(version.tags.firstIndex { $0.name.contains("purchase") })
    version.tags[index].paused = true
    try publish(version)
    let result = try diff()
    #expect(result.status == 1)
    #expect(result.output.contains(version.tags[index].name))
    #expect(result.output.hasSuffix("Diff: 0 to add, 1 to change, 0 to remove.\n"))
  }

  @Test func refusalIsTheEndOfTheWork() throws {
    standIn.state.change { $0.troubles = [.missingScope] }
    let result = try diff()
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("error: the token in GTM_ACCESS_TOKEN lacks the scope '"))
  }

  @Test func usedUpQuotaIsSaidAndWaitedFor() throws {
    var reply = Reply.quota429
    reply.headers["Retry-After"] = "0"
    let troubles = [reply]
    standIn.state.change { $0.troubles = troubles }
    let result = try diff()
    #expect(result.status == 0)
    #expect(result.errors == "waiting 1 s: the quota of '127.0.0.1' is used up\n")
  }

  @Test(arguments: [
    (Reply(200, "<html>", headers: ["Content-Type": "text/html"]), "instead of JSON"),
    (Reply(200, #"{"publicId": "GTM-OTHER"}"#), "does not describe container 'GTM-ABC1234'"),
    (
      Reply(302, "", headers: ["Location": "https://example.com/"]),
      "to 'https://example.com'"
    ),
  ])
  func answerThatIsNoneIsTheEndOfTheWork(reply: Reply, words: String) throws {
    standIn.state.change { $0.troubles = [reply] }
    let result = try diff()
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(words))
  }

  @Test func fileKeepsWhatWasReadAndComparesAlike() throws {
    let live = try diff("--save", "live.json")
    #expect(live.status == 0)
    let file = try BuiltTool.run(["diff", "live.json"], in: folder)
    #expect(file.status == 0)
    #expect(
      try String(contentsOfFile: folder.at("live.json"), encoding: .utf8)
        == standIn.state.value.live)
    #expect(try folder.permissions(of: "live.json") == 0o600)
  }

  @Test func endInTheMiddleLeavesNothing() throws {
    let stuck = Reply(200, String(repeating: " ", count: 5000), manner: .stuck)
    standIn.state.change { $0.troubles = [stuck] }
    let running = try Running(
      try BuiltTool.path, ["diff", "--save", "live.json"], in: folder,
      environment: environment([:]))
    while standIn.server.requests.isEmpty, running.isRunning { usleep(5000) }
    running.kill()
    #expect(try running.result().wasKilled)
    #expect(Set(try folder.written().keys.filter { !$0.hasPrefix("planned") }).isEmpty)
  }

  static let hasOpenSSL = [
    "/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl",
  ]
  .contains { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: hasOpenSSL, "the program 'openssl' is not installed"))
  func serviceAccountSignsForItsToken() throws {
    let made = try Running(
      "/usr/bin/env",
      [
        "openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048",
        "-out", "key.pem",
      ], in: folder
    ).result()
    try #require(made.status == 0)
    let file: JSON = [
      "type": "service_account", "client_email": "diff@example.com",
      "private_key": .string(try String(contentsOfFile: folder.at("key.pem"), encoding: .utf8)),
      "token_uri": .string(standIn.tokenURI),
    ]
    try folder.write(file.text(.compact), to: "account.json")
    let variables = ["GTM_ACCESS_TOKEN": "", "GOOGLE_APPLICATION_CREDENTIALS": "account.json"]
    let result = try diff(environment: variables)
    #expect(result.status == 0, "\(result.errors)")
    let assertion = try #require(standIn.server.requests.first?.form["assertion"])
    #expect(assertion.split(separator: ".").count == 3)
  }

  // MARK: What nobody may see

  @Test func noSecretIsPrintedInAnyCase() throws {
    try folder.write(
      """
      {"type": "authorized_user", "client_id": "id", "client_secret": "the-client-secret",
       "refresh_token": "1//the-refresh-token", "token_uri": "\(standIn.tokenURI)"}
      """, to: "user.json")
    let variables = [
      "GTM_ACCESS_TOKEN": "", "GOOGLE_APPLICATION_CREDENTIALS": folder.at("user.json"),
    ]
    for trouble in [Reply.unauthorised, .forbidden, .notFound, Reply(200, "{}")] {
      standIn.state.change { $0.troubles = [trouble] }
      let result = try diff("--verbose", environment: variables)
      #expect(result.errors.contains("credential: the user credential in '"))
      for secret in ["the-client-secret", "the-refresh-token", "fresh-token"] {
        #expect(!(result.output + result.errors).contains(secret))
      }
    }
  }

  #if os(Linux)
    @Test func processListHoldsNoToken() throws {
      let stuck = Reply(200, "  ", manner: .stuck)
      standIn.state.change { $0.troubles = [stuck] }
      let running = try Running(
        try BuiltTool.path, ["diff"], in: folder, environment: environment([:]))
      while standIn.server.requests.isEmpty, running.isRunning { usleep(5000) }
      let line = try String(contentsOfFile: "/proc/\(running.id)/cmdline", encoding: .utf8)
      running.kill()
      #expect(try running.result().wasKilled)
      #expect(line.contains("diff"))
      #expect(!line.contains("given-token"))
    }

    /// Libraries that cannot be loaded stand before the system's own.
    @Test func missingLibraryIsSaidAndOnlyWhereItIsNeeded() throws {
      for name in ["libcurl.so.4", "libcurl-gnutls.so.4"] {
        try folder.write("no library", to: "broken/\(name)")
      }
      let broken = ["LD_LIBRARY_PATH": folder.at("broken")]
      let result = try diff(environment: broken)
      #expect(result.status == 2)
      #expect(
        result.errors.hasPrefix(
          "error: the library libcurl, which carries the requests, was not found\nnote: install"))
      #expect(result.errors.contains("'libcurl4' (Debian, Ubuntu)"))
      let check = try BuiltTool.run(
        ["generate", "--check", "--into", folder.at("planned")], in: folder, environment: broken)
      #expect(check.status == 0)
    }
  #endif
}
