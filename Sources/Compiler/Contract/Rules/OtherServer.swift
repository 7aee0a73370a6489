import Diagnostics

extension ContractRule {
  /// Hits go to the server container, and to no other.
  static let otherServer = ContractRule(
    "other-server", .error, "hits go to the server container's own address",
    because: """
      The Google tag's 'server_container_url' decides which server meets the hits. Where it is another's, the server
      container gets none, and the pixel is counted alone.
      """,
    wrong: .init(
      browser: "server_container_url is https://old.example.com",
      server: "its address is https://sgtm.example.com"),
    right: .init(
      browser: "server_container_url is https://sgtm.example.com",
      server: "its address is https://sgtm.example.com"), explains: [.otherServer])
}
