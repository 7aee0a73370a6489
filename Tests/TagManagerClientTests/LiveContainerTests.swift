import JSONText
import TagManagerClient
import TagManagerStandIn
import Testing

/// What is asked for, and what comes back.
@Suite struct LiveContainerTests: FetchSuite {
  let standIn: StandInTagManager
  let time = TestTime()
  let progress = Locked<[FetchProgress]>([])

  init() throws { standIn = try StandInTagManager() }

  @Test func publishedVersionTakesTwoRequests() throws {
    #expect(try fetch() == ShopContainer.version(9).bytes(.container))
    #expect(
      standIn.apiPaths == [
        "accounts/containers:lookup", "accounts/6001/containers/7002/versions:live",
      ])
  }

  @Test func numberedVersionTakesTwoRequests() throws {
    #expect(try fetch(.version(8)) == ShopContainer.version(8).bytes(.container))
    #expect(standIn.apiPaths.last == "accounts/6001/containers/7002/versions/8")
    #expect(standIn.apiPaths.count == 2)
  }

  @Test(arguments: [1, 2, 3, 100])
  func workspaceIsPutTogetherFromAllPages(pageSize: Int) throws {
    standIn.state.change { $0.pageSize = pageSize }
    let json = try JSON.read(try fetch(.workspace("Søren's draft")))
    for (collection, (member, entities)) in ShopContainer.lists {
      let versionMember = collection == "templates" ? "customTemplate" : member
      #expect(json[versionMember]?.array ?? [] == entities, "\(collection)")
    }
    #expect(json["containerVersionId"] == "0")
    #expect(json["path"] == "accounts/6001/containers/7002/versions/0")
    #expect(json["container"] == ShopContainer.container())
    #expect(
      json.object?.members.map(\.key) == [
        "path", "accountId", "containerId", "containerVersionId", "container", "tag", "trigger",
        "variable", "folder", "builtInVariable", "customTemplate", "client", "transformation",
      ])
  }

  @Test func workspaceOfManyPagesKeepsToTheQuota() throws {
    standIn.state.change { $0.pageSize = 1 }
    _ = try fetch(.workspace("Søren's draft"))
    let waits = progress.value.filter { !$0.isDetail }.map(\.text)
    #expect(standIn.apiPaths.count > RequestPace.standardLimit)
    #expect(waits == ["waiting 100 s: the Tag Manager API takes 25 requests in 100 s"])
  }

  @Test func listsThatTheContainerCannotHaveAreNotAskedFor() throws {
    standIn.state.change {
      $0.features = ["supportZones": false, "supportGtagConfigs": false, "supportTags": true]
    }
    _ = try fetch(.workspace("Søren's draft"))
    #expect(!standIn.apiPaths.contains { $0.hasSuffix("zones") || $0.hasSuffix("gtag_config") })
    #expect(standIn.apiPaths.contains { $0.hasSuffix("tags") })
  }

  @Test func unknownWorkspaceIsAnsweredWithThoseThereAre() {
    let failure = failure(.workspace("Draft"))
    #expect(failure?.kind == .notFound)
    #expect(failure?.message == "'GTM-ABC1234' has no workspace 'Draft'")
    #expect(
      failure?.notes == [
        "it has 'Workspace 11', 'Workspace 12', 'Workspace 13', 'Søren's draft', 'Workspace 15'"
      ])
  }

  @Test func pagesWithoutEndAreRefused() {
    let page = Reply(200, #"{"workspace": [], "nextPageToken": "again"}"#)
    standIn.state.change {
      $0.troubles = [Reply(200, ShopContainer.container().text(.compact)), page, page, page]
    }
    let failure = failure(.workspace("Draft"))
    #expect(failure?.kind == .answer)
    #expect(standIn.apiPaths.count == 3)
  }

  @Test(arguments: [
    "", "GTM-", "gtm-abc1234", "G-ABC1234567", "GTM-ABC?x=1", "GTM-ÄÖ", "GTM-A/../B",
  ])
  func wrongIDIsRefusedWithoutAsking(publicID: String) {
    #expect(failure(publicID: publicID)?.kind == .usage)
    #expect(standIn.server.requests.isEmpty)
  }

  @Test(arguments: [
    "{}", "[]", "null", #"{"publicId": "GTM-OTHER", "accountId": "1", "containerId": "2"}"#,
    #"{"publicId": "GTM-ABC1234", "accountId": "1/../..", "containerId": "2"}"#,
    #"{"publicId": "GTM-ABC1234", "accountId": 1, "containerId": 2}"#,
  ])
  func lookupThatIsNotTheContainerIsRefused(answer: String) {
    standIn.state.change { $0.troubles = [Reply(200, answer)] }
    #expect(failure()?.kind == .answer)
    #expect(standIn.apiPaths.count == 1)
  }

  @Test func versionOfAnotherContainerIsRefused() {
    standIn.state.change {
      $0.troubles = [
        Reply(200, ShopContainer.container().text(.compact)), Reply(200, #"{"containerId": "1"}"#),
      ]
    }
    #expect(failure()?.message == "the answer is not the live version of 'GTM-ABC1234'")
  }

  @Test func environmentSaysEverything() throws {
    let environment = [
      "GTM_ACCESS_TOKEN": "given-token", "TAGWRIGHT_API_URL": standIn.url,
      "https_proxy": "http://127.0.0.1:1",
    ]
    let container = try LiveContainer(
      environment: { environment[$0] }, readFile: { _ in .missing }, report: { _ in })
    #expect(
      try container.fetch(publicID: StandInTagManager.publicID)
        == ShopContainer.version(9).bytes(.container))
  }

  @Test func everyVariableIsCheckedBeforeAnythingIsSent() {
    for environment in [
      ["TAGWRIGHT_API_URL": "http://example.com", "GTM_ACCESS_TOKEN": "a"],
      ["TAGWRIGHT_API_URL": standIn.url, "GTM_ACCESS_TOKEN": "a b"],
      ["TAGWRIGHT_API_URL": standIn.url, "GOOGLE_APPLICATION_CREDENTIALS": "/none"],
    ] {
      #expect(throws: FetchFailure.self) {
        _ = try LiveContainer(
          environment: { environment[$0] }, readFile: { _ in .missing }, report: { _ in })
      }
    }
    #expect(standIn.server.requests.isEmpty)
  }
}
