import Diagnostics
package import TagManager

/// The contract between a browser's container and a server's: whether both mean the same events.
package struct Contract: Sendable {
  /// What breaks it, errors first, then by rule, side and name.
  package let findings: [ContractFinding]
  /// The events that both sides know, and those of one side alone.
  package let eventCount: Int
  /// The destinations that were found on the server.
  package let services: [String]

  /// Compares two containers.
  package init(web: ContainerVersion, server: ContainerVersion) {
    var findings: [ContractFinding] = []
    var events: Set<String> = []
    var services: [String] = []
    for vocabulary in compiledDestinations.compactMap({ ContractVocabulary($0.profile) }) {
      let sides = ContractSides(
        vocabulary: vocabulary, web: WebSide(web, vocabulary),
        server: ServerSide(server, vocabulary))
      guard !sides.server.tags.isEmpty || !sides.web.pixelTags.isEmpty else { continue }
      services.append(vocabulary.service)
      events.formUnion(sides.server.events)
      for rule in ContractRule.all { findings += rule.findings(sides) }
    }
    var seen: Set<ContractFinding> = []
    self.findings = findings.filter { seen.insert($0).inserted }
      .sorted { ($0.sortKey) < ($1.sortKey) }
    eventCount = events.count
    self.services = services
  }
}

/// Both containers and the words of one destination.
struct ContractSides {
  let vocabulary: ContractVocabulary
  let web: WebSide
  let server: ServerSide

  /// The events that the server maps, with the tags of both sides.
  var mapped: [MappedEvent] {
    server.events.map { name in
      MappedEvent(
        name: name, ga4: web.ga4Tags(for: name), pixel: web.pixelTags(for: name),
        server: server.tags(for: name))
    }
  }
}

/// An event that the server maps, with the tags of both sides.
struct MappedEvent {
  let name: String
  let ga4: [WebSide.GA4Tag]
  let pixel: [WebSide.PixelTag]
  let server: [ServerSide.DestinationTag]
}

extension ContractFinding {
  fileprivate var sortKey: (Int, String, String, String, String) {
    (severity == .error ? 0 : 1, rule, side.rawValue, name, message)
  }
}
