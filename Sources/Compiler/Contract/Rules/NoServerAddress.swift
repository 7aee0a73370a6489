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
    guard let sender = sides.ga4Tags.first ?? sides.web.ga4Tags.first else { return [] }
    let container = sides.web.container
    let all = container.version.tags.filter { $0.type == "googtag" }
    let tags = all.filter { $0.paused != true }
    let past = "hits go to Google and past the server"
    func breach(_ name: String, _ message: String, _ fix: String) -> [Breach] {
      [Breach(side: .web, name: name, message: message, fix: fix)]
    }
    guard let tag = tags.first else {
      return all.first.map { breach($0.name, "the tag is paused: \(past)", "let it fire") }
        ?? breach(
          sender.tag.name, "there is no Google tag: \(past)",
          "add one with the setting 'server_container_url', the tagging server's address")
    }
    guard let addressed = tags.first(where: container.hasServerAddress) else {
      return breach(
        tag.name, "no 'server_container_url' is set: \(past)",
        "add the setting 'server_container_url' with the tagging server's address")
    }
    let id = sender.tag.text(["measurementIdOverride", "measurementId"])
    guard id == nil || container.isSame(id, addressed.text("tagId")) else {
      return breach(
        sender.tag.name,
        "the measurement id is not that of '\(addressed.name)', which has the server's address: \(past)",
        "use one measurement id in both")
    }
    return breach(
      addressed.name, "the tag has not fired when '\(sender.tag.name)' does: \(past)",
      "let it fire on 'Initialization - All Pages'")
  }
}

extension ContractSides {
  /// The GA4 tags that send the event.
  fileprivate var ga4Tags: [WebSide.GA4Tag] { event.map { web.ga4Tags(for: $0) } ?? web.ga4Tags }
}

extension ContractContainer {
  /// Whether a Google tag names the tagging server's address.
  fileprivate func hasServerAddress(_ tag: Tag) -> Bool {
    settings(of: tag).contains { setting in
      ["server_container_url", "transport_url"].contains(setting.name)
        && VariableReferences.names(in: setting.text).allSatisfy {
          variable(named: $0) != nil || hasBuiltIn($0)
        }
    }
  }

  /// Whether two texts have one value.
  fileprivate func isSame(_ one: String?, _ other: String?) -> Bool {
    one == other || one.map { origin(of: $0) } == other.map { origin(of: $0) }
  }
}
