import Foundation
import JSONText
import TagManagerStandIn
import Tagwright
import TestSupport
import Testing

/// Commands that read a container from Tag Manager, as far as they have that in common.
@Suite struct LiveContainerReadingTests {
  let standIn: StandInTagManager
  let folder: TemporaryFolder

  init() throws {
    standIn = try StandInTagManager()
    folder = try TemporaryFolder()
  }

  /// Prints what was read.
  static let read = Command(
    "read", summary: "read a container", discussion: LiveContainerReading.discussion,
    options: LiveContainerReading.options,
    run: { invocation throws(CommandError) in
      let reading = try LiveContainerReading(invocation.arguments)
      let publicID = StandInTagManager.publicID
      let bytes = try reading.bytes(publicID: publicID, for: invocation)
      invocation.console.report("read the \(reading.name(publicID: publicID))")
      invocation.console.print(String(decoding: bytes, as: UTF8.self))
      return .success
    })

  func run(_ options: String..., environment: [String: String] = [:]) -> Outcome {
    let standard = ["GTM_ACCESS_TOKEN": "given-token", "TAGWRIGHT_API_URL": standIn.url]
    return TagwrightTests.run(
      ["read"] + options, commands: [Self.read],
      environment: standard.merging(environment) { $1 })
  }

  @Test func liveVersionIsReadAsItCame() {
    let outcome = run()
    #expect(outcome.status == .success)
    #expect(outcome.output == ShopContainer.version(9).text(.container) + "\n")
    #expect(outcome.errors == "read the live version of 'GTM-ABC1234'\n")
  }

  @Test func versionAndWorkspaceAreReadInstead() throws {
    let version = run("--container-version", "8")
    #expect(version.output == ShopContainer.version(8).text(.container) + "\n")
    #expect(version.errors == "read the version 8 of 'GTM-ABC1234'\n")
    let workspace = run("--workspace", "Søren's draft")
    #expect(try JSON.read(workspace.output)["tag"]?.array?.count == 7)
    #expect(workspace.errors == "read the workspace 'Søren's draft' of 'GTM-ABC1234'\n")
  }

  @Test(arguments: ["0", "-1", "1.5", "latest", "99999999999999999999"])
  func versionThatIsNoNumberIsRefused(text: String) {
    let outcome = run("--container-version=\(text)")
    #expect(outcome.status == .failure)
    #expect(outcome.errors.hasPrefix("error: '--container-version' is not a number: '\(text)'\n"))
    #expect(standIn.server.requests.isEmpty)
  }

  @Test func versionAndWorkspaceTogetherAreRefused() {
    let outcome = run("--container-version", "8", "--workspace", "Draft")
    #expect(
      outcome.errors
        == "error: '--container-version' and '--workspace' exclude each other\n")
  }

  @Test func refusalIsAnErrorWithItsNotes() {
    standIn.state.change { $0.troubles = [.forbidden] }
    let outcome = run()
    #expect(outcome.status == .failure)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: the account that the token in GTM_ACCESS_TOKEN"))
    #expect(outcome.errors.contains("\nnote: it needs the container permission 'Read'"))
  }

  @Test func waitsAreSaidAndStepsOnDemand() {
    let trouble = Reply(503, "", headers: ["Retry-After": "0"])
    standIn.state.change { $0.troubles = [trouble] }
    let brief = run()
    #expect(
      brief.errors
        == "waiting 1 s: '127.0.0.1' answered 503\nread the live version of 'GTM-ABC1234'\n")
    let long = run("--verbose")
    #expect(
      long.errors.hasPrefix("credential: the token in GTM_ACCESS_TOKEN\nasking for container"))
    #expect(!long.errors.contains("given-token"))
    #expect(long.output == brief.output)
  }

  @Test func addressOutsideIsRefused() {
    let outcome = run(environment: ["TAGWRIGHT_API_URL": "http://example.com"])
    #expect(outcome.status == .failure)
    #expect(
      outcome.errors.hasPrefix("error: refused TAGWRIGHT_API_URL 'http://example.com': a token"))
  }

  @Test func credentialFileIsReadFromTheDisk() throws {
    try folder.write(
      """
      {"type": "authorized_user", "client_id": "id", "client_secret": "client-secret",
       "refresh_token": "1//refresh", "token_uri": "\(standIn.tokenURI)"}
      """, to: "user.json")
    let outcome = run(
      environment: [
        "GTM_ACCESS_TOKEN": "", "GOOGLE_APPLICATION_CREDENTIALS": folder.at("user.json"),
      ])
    #expect(outcome.status == .success)
    #expect(standIn.server.requests.first?.form["refresh_token"] == "1//refresh")
  }

  @Test func credentialFileThatIsNoneIsSaid() throws {
    func errors(_ path: String) -> String {
      run(environment: ["GTM_ACCESS_TOKEN": "", "GOOGLE_APPLICATION_CREDENTIALS": path]).errors
    }
    #expect(
      errors(folder.path)
        == "error: the credential file '\(folder.path)' cannot be read: it is not a file\n")
    #expect(
      errors(folder.at("none.json"))
        == "error: '\(folder.at("none.json"))', which GOOGLE_APPLICATION_CREDENTIALS names, does not exist\n"
    )
    #expect(standIn.server.requests.isEmpty)
  }

  @Test func helpSaysWhereCredentialsComeFrom() {
    let help = run("--help").output
    #expect(help.contains("1. GTM_ACCESS_TOKEN: a token with the scope SCOPE"))
    #expect(help.contains("--container-version N"))
  }

  // MARK: Keeping

  @Test func savedFileHoldsTheBytesForItsOwnerAlone() throws {
    try folder.write("old", to: "live.json")
    let outcome = run("--save", folder.at("live.json"))
    #expect(outcome.status == .success)
    #expect(outcome.errors == "read the live version of 'GTM-ABC1234'\n")
    #expect(
      try folder.content() == ["live.json": Data(ShopContainer.version(9).bytes(.container))])
    #expect(try folder.permissions(of: "live.json") == 0o600)
  }

  @Test func savedFileInAWorkTreeIsWarnedOf() throws {
    try folder.makeFolder(".git")
    let outcome = run("--save", folder.at("live.json"))
    #expect(outcome.status == .success)
    #expect(outcome.errors.hasPrefix("note: '\(folder.at("live.json"))' is in the git work tree"))
    #expect(outcome.output == run().output)
  }

  @Test func placeThatCannotHoldAFileIsRefusedBeforeAsking() throws {
    try folder.makeFolder("folder")
    for place in ["folder", "none/live.json"] {
      let outcome = run("--save", folder.at(place))
      #expect(outcome.status == .failure)
      #expect(outcome.errors.contains(folder.at(place)))
    }
    #expect(standIn.server.requests.isEmpty)
  }

  @Test func failedReadingLeavesTheOldFile() throws {
    try folder.write("old", to: "live.json")
    standIn.state.change { $0.troubles = [.notFound] }
    #expect(run("--save", folder.at("live.json")).status == .failure)
    #expect(try folder.content() == ["live.json": Data("old".utf8)])
  }
}
