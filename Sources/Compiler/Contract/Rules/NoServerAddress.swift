import Diagnostics
import TagManager

extension ContractRule {
  /// Hits reach the server.
  static let noServerAddress = ContractRule(
    "no-server-address", .error, "the Google tag sends to the server container",
    because: """
      Without the setting 'server_container_url' hits go to Google, and the server container gets none.
      """,
    wrong: .init(browser: "the Google tag has no server_container_url", server: "no hit arrives"),
    right: .init(
      browser: "server_container_url is https://sgtm.example.com",
      server: "the GA4 client takes the hits"),
    explains: [.pastServer]
  ) { sides in
    guard !sides.web.ga4Tags.isEmpty else { return [] }
    let tag = sides.web.container.version.tags.first { $0.type == "googtag" }
    return [
      Breach(
        side: .web, name: tag?.name ?? sides.web.ga4Tags[0].tag.name,
        message:
          "no 'server_container_url' is set: hits go to Google and past the server",
        fix: "add the setting 'server_container_url' with the tagging server's address")
    ]
  }
}
