import JSONText
import Publishing
import TagManager
import TagManagerClient

/// Measurements of planning a push, from the API's answers to the changes: no network, no writing.
enum PushFigures {
  static func measure(_ table: inout FigureTable) {
    let tags = 4_165
    let old = SampleContainers.version(tags: tags, firstID: 1, isChanged: false)
    let new = SampleContainers.version(tags: tags, firstID: 900_000, isChanged: true)
    let transport = KnownContainer(old)
    table.measure("plan a push of \(tags + tags / 5) entities, \(transport.size / 1_000) kB") {
      guard let plan = try? plan(new, transport), plan.changes.count == (tags + 9) / 10 else {
        return -1
      }
      return 0
    }
  }

  private static func plan(
    _ version: ContainerVersion, _ transport: KnownContainer
  ) throws -> PushPlan {
    let runner = RequestRunner(
      transport: transport, policy: RetryPolicy(seed: 1), time: .real, report: { _ in })
    let search = CredentialSearch(
      environment: { $0 == "GTM_ACCESS_TOKEN" ? "token" : nil }, readFile: { _ in .missing })
    var run = try PushRun(
      PushRun.Order(
        planned: try PlannedContainer(version, placeholderPrefix: "REPLACE_WITH_"),
        publicID: KnownContainer.publicID, workspaceName: "Tagwright", mark: "Benchmark"),
      api: try TagManagerAPI(),
      session: try APISession(runner: runner, tokens: try TokenSource(search)),
      store: JournalStore(load: { PushJournal() }, save: { _ in }))
    return try run.plan().plan
  }
}

/// Answers what a push reads of one container, without a network.
private struct KnownContainer: Transport {
  static let publicID = "GTM-ABC1234"

  private let container: [UInt8]
  private let version: [UInt8]

  init(_ version: ContainerVersion) {
    let container: JSON = [
      "accountId": "1", "containerId": "1", "publicId": .string(Self.publicID),
      "usageContext": ["server"],
    ]
    var json = version.json(.api).object ?? JSONObject()
    json["containerVersionId"] = "1"
    json["container"] = container
    self.container = container.bytes(.compact)
    self.version = JSON.object(json).bytes(.compact)
  }

  var size: Int { version.count }

  func send(
    _ request: HTTPRequest, timeout: Duration, limit: Int
  ) throws(TransportFailure) -> HTTPResponse {
    let target = request.endpoint.target
    let body =
      target.contains(":lookup")
      ? container
      : target.hasSuffix("versions:live")
        ? version
        : target.hasSuffix(":latest")
          ? Array(#"{"containerVersionId": "1"}"#.utf8) : Array("{}".utf8)
    return HTTPResponse(
      status: 200, headers: ["content-type": "application/json"], body: body)
  }
}
