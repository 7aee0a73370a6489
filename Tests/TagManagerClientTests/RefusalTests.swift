import JSONText
import TagManagerClient
import TagManagerStandIn
import Testing

/// Trouble on the way, and refusals.
@Suite struct RefusalTests: FetchSuite {
  let standIn: StandInTagManager
  let time = TestTime()
  let progress = Locked<[FetchProgress]>([])

  init() throws { standIn = try StandInTagManager() }

  @Test(arguments: [
    Reply.quota403, .quota429, Reply(503, "<html>"), Reply(200, "{\"tag\": [", manner: .whole),
    Reply(200, String(repeating: " ", count: 5000), manner: .cut(after: 100)),
    Reply(200, String(repeating: " ", count: 5000), manner: .reset(after: 100)),
    Reply(200, String(repeating: " ", count: 5000), manner: .chunkedCut),
    Reply(200, "", manner: .bare), Reply(200, "\u{0}garbage"),
  ])
  func troubleThatPassesDoesNotChangeTheResult(trouble: Reply) throws {
    standIn.state.change { $0.troubles = [trouble, trouble] }
    #expect(try fetch() == ShopContainer.version(9).bytes(.container))
    #expect(standIn.apiPaths.count == 4)
    #expect(time.waits.value.count == 2)
  }

  @Test func pageOfAProxyIsNotTakenForAnAnswer() {
    standIn.state.change {
      $0.troubles = [Reply(200, "<html>login</html>", headers: ["Content-Type": "text/html"])]
    }
    let failure = failure()
    #expect(failure?.message == "'127.0.0.1' answered with 'text/html' instead of JSON")
    #expect(standIn.apiPaths.count == 1)
  }

  @Test func redirectToAnotherHostGetsNoToken() throws {
    let other = try LoopbackServer { _ in Reply(200, "{}") }
    standIn.state.change { $0.troubles = [Reply(302, "", headers: ["Location": other.url + "/x"])] }
    let failure = failure()
    #expect(failure?.message.hasPrefix("refused a redirect") == true)
    #expect(other.requests.isEmpty)
  }

  @Test func missingPermissionFailsAtOnceAndIsNamed() {
    standIn.state.change { $0.troubles = [.forbidden] }
    let failure = failure()
    #expect(failure?.kind == .permission)
    #expect(
      failure?.message
        == "the account that the token in GTM_ACCESS_TOKEN belongs to has no permission to read container 'GTM-ABC1234' ('The caller does not have permission')"
    )
    #expect(failure?.notes.first?.contains("permission 'Read'") == true)
    #expect(standIn.apiPaths.count == 1)
    #expect(time.waits.value.isEmpty)
  }

  @Test func missingScopeFailsAtOnceAndIsNamed() {
    standIn.state.change { $0.troubles = [.missingScope] }
    let failure = failure()
    #expect(failure?.kind == .permission)
    #expect(
      failure?.message
        == "the token in GTM_ACCESS_TOKEN lacks the scope 'https://www.googleapis.com/auth/tagmanager.readonly'"
    )
    #expect(standIn.apiPaths.count == 1)
  }

  @Test func apiThatIsNotEnabledIsSaid() {
    let body =
      #"{"error": {"message": "Tag Manager API has not been used", "details": [{"reason": "SERVICE_DISABLED", "metadata": {"consumer": "projects/123"}}]}}"#
    standIn.state.change { $0.troubles = [Reply(403, body)] }
    let failure = failure()
    #expect(
      failure?.message.hasPrefix("the Tag Manager API is not enabled in 'projects/123'") == true)
    #expect(failure?.notes.first?.contains("https://console.cloud.google.com/") == true)
  }

  @Test func unknownContainerIsSaid() {
    let failure = failure(publicID: "GTM-UNKNOWN")
    #expect(failure?.kind == .notFound)
    #expect(failure?.message.hasPrefix("container 'GTM-UNKNOWN' was not found") == true)
    #expect(self.failure(.version(77))?.message.hasPrefix("version 77 of") == true)
  }
}
