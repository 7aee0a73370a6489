import TagManagerClient
import TagManagerStandIn
import Testing

/// Tests of whole fetches over HTTP, from a stand-in for Google, with a clock that only waits move.
protocol FetchSuite {
  var standIn: StandInTagManager { get }
  var time: TestTime { get }
  var progress: Locked<[FetchProgress]> { get }
}

extension FetchSuite {
  func fetch(
    _ selection: ContainerSelection = .live, publicID: String = StandInTagManager.publicID,
    environment: [String: String] = ["GTM_ACCESS_TOKEN": "given-token"],
    files: [String: String] = [:]
  ) throws -> [UInt8] {
    let progress = progress
    let search = CredentialSearch(environment: { environment[$0] }) { path in
      files[path].map { .bytes(Array($0.utf8)) } ?? .missing
    }
    let container = LiveContainer(
      api: try TagManagerAPI(url: standIn.url), tokens: try TokenSource(search),
      transport: try CurlTransport.direct(),
      policy: RetryPolicy(requestLimit: .seconds(20), seed: 3), time: time.timekeeper
    ) { step in progress.change { $0.append(step) } }
    return try container.fetch(publicID: publicID, selection: selection)
  }

  func failure(
    _ selection: ContainerSelection = .live, publicID: String = StandInTagManager.publicID,
    environment: [String: String] = ["GTM_ACCESS_TOKEN": "given-token"],
    files: [String: String] = [:]
  ) -> FetchFailure? {
    #expect(throws: FetchFailure.self) {
      _ = try fetch(
        selection, publicID: publicID, environment: environment, files: files)
    }
  }
}
