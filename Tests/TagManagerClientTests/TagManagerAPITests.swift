import TagManagerClient
import Testing

@Suite struct TagManagerAPITests {
  @Test(arguments: [
    "http://tagmanager.googleapis.com", "http://192.168.0.1:8080", "ftp://localhost",
    "localhost:80",
    "https://user:password@example.com", "https://example.com/?key=1", "",
  ])
  func addressThatWouldGiveTheTokenAwayIsRefused(url: String) {
    let failure = #expect(throws: FetchFailure.self) { try TagManagerAPI(url: url) }
    #expect(failure?.kind == .usage)
  }

  @Test(arguments: [
    (
      "https://example.com",
      "https://example.com/tagmanager/v2/accounts/containers:lookup?tagId=GTM-A"
    ),
    (
      "https://example.com/",
      "https://example.com/tagmanager/v2/accounts/containers:lookup?tagId=GTM-A"
    ),
    (
      "http://[::1]:80/mirror/",
      "http://[::1]:80/mirror/tagmanager/v2/accounts/containers:lookup?tagId=GTM-A"
    ),
    (
      TagManagerAPI.googleURL,
      "https://tagmanager.googleapis.com/tagmanager/v2/accounts/containers:lookup?tagId=GTM-A"
    ),
  ])
  func addressMayHaveAPath(url: String, request: String) throws {
    #expect(try TagManagerAPI(url: url).lookup("GTM-A").endpoint.text == request)
  }
}
