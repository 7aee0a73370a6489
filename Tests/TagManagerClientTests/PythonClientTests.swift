import Foundation
import JSONText
import TagManagerClient
import TagManagerStandIn
import Testing

/// The stand-in answers as Google does: Google's own client for Python reads it without complaint, and
/// reads the same.
@Suite(
  .enabled(
    if: Finished.canRun("python3", "-c", "import googleapiclient, google.oauth2"),
    "the Python package google-api-python-client is not installed"))
struct PythonClientTests {
  let standIn: StandInTagManager

  init() throws { standIn = try StandInTagManager() }

  /// Runs lines of Python that find the API in `api`; what they print is the result.
  func python(_ lines: String) throws -> Finished {
    try Finished(
      "python3",
      [
        "-c",
        """
        import json, sys
        from google.oauth2.credentials import Credentials
        from googleapiclient.discovery import build
        from googleapiclient.errors import HttpError
        credentials = Credentials(
          None, refresh_token="r", client_id="c", client_secret="s", token_uri=sys.argv[1] + "/token")
        credentials.token = sys.argv[2]
        api = build("tagmanager", "v2", static_discovery=True, credentials=credentials,
          client_options={"api_endpoint": sys.argv[1]}).accounts().containers()
        path = "\(StandInTagManager.path)"
        \(lines)
        """, standIn.url, "given-token",
      ], environment: ["no_proxy": "127.0.0.1"])
  }

  func fetch(_ selection: ContainerSelection) throws -> JSON {
    let search = CredentialSearch(environment: { _ in "given-token" }, readFile: { _ in .missing })
    let container = LiveContainer(
      api: try TagManagerAPI(url: standIn.url), tokens: try TokenSource(search),
      transport: try CurlTransport.direct(),
      policy: RetryPolicy(seed: 1))
    return try JSON.read(
      try container.fetch(publicID: StandInTagManager.publicID, selection: selection))
  }

  @Test func lookupAndVersionsAreRead() throws {
    let result = try python(
      """
      found = api.lookup(tagId="\(StandInTagManager.publicID)").execute()
      print(json.dumps([found, api.versions().live(parent=found["path"]).execute(),
        api.versions().get(path=path + "/versions/8").execute()]))
      """)
    #expect(result.status == 0, "\(result.errors)")
    let read = try JSON.read(result.output).array ?? []
    #expect(read.first == ShopContainer.container())
    #expect(try read.dropFirst().first == fetch(.live))
    #expect(try read.last == fetch(.version(8)))
  }

  @Test func pagesOfAWorkspaceAreRead() throws {
    let result = try python(
      """
      lists, space = api.workspaces(), path + "/workspaces/14"
      read = {}
      for kind, member in [("tags", "tag"), ("variables", "variable"), ("templates", "template"),
          ("built_in_variables", "builtInVariable"), ("zones", "zone")]:
        collection, page, entities = getattr(lists, kind)(), None, []
        while True:
          answer = collection.list(parent=space, pageToken=page).execute()
          entities += answer.get(member, [])
          page = answer.get("nextPageToken")
          if not page: break
        read[kind] = entities
      print(json.dumps(read))
      """)
    #expect(result.status == 0, "\(result.errors)")
    let read = try JSON.read(result.output)
    let version = try fetch(.workspace("Søren's draft"))
    #expect(read["tags"] == version["tag"])
    #expect(read["variables"] == version["variable"])
    #expect(read["templates"] == version["customTemplate"])
    #expect(read["built_in_variables"] == version["builtInVariable"])
    #expect(read["zones"] == [])
  }

  @Test func refusalsAreReadAsGooglesOwn() throws {
    let refusals: [(Reply, String)] = [
      (.quota403, "rateLimitExceeded"), (.quota429, "Quota exceeded"),
      (.forbidden, "does not have permission"), (.missingScope, "insufficient"),
      (.notFound, "Not found"),
    ]
    standIn.state.change { $0.troubles = refusals.map(\.0) }
    let result = try python(
      """
      for _ in range(\(refusals.count)):
        try: api.lookup(tagId="\(StandInTagManager.publicID)").execute()
        except HttpError as error: print(error.status_code, error.reason, error.error_details)
      """)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == refusals.count)
    for (line, (reply, words)) in zip(lines, refusals) {
      #expect(line.hasPrefix("\(reply.status) "))
      #expect(line.contains(words))
    }
  }

  @Test func refusedTokenIsRefreshedByBoth() throws {
    standIn.state.change { $0.troubles = [.unauthorised] }
    let result = try python(
      """
      print(api.lookup(tagId="\(StandInTagManager.publicID)").execute()["publicId"])
      """)
    #expect(result.output == "GTM-ABC1234\n", "\(result.errors)")
    #expect(standIn.state.value.tokensGiven == 1)
  }
}
