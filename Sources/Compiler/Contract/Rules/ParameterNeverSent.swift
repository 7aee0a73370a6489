import Diagnostics
import Simulator
import TagManager

extension ContractRule {
  /// The rule that the browser sends what the server reads.
  static let parameterNeverSent = ContractRule(
    "parameter-never-sent", .warning, "what the server reads, the browser sends",
    because: """
      What the server reads and no GA4 tag sends is always empty.
      """,
    wrong: .init(browser: "the GA4 tag sends coupon_code", server: "the tag reads coupon"),
    right: .init(browser: "the GA4 tag sends coupon", server: "the tag reads coupon")
  ) { sides in
    let others = sides.vocabulary.eventIDKeys.union(sides.vocabulary.browserID.keys).union(
      sides.vocabulary.conversionKeys.flatMap(\.keys))
    return sides.server.tags.flatMap { tag -> [Breach] in
      // One tag may be for several events: each field is filled by some of them.
      let events = tag.events ?? []
      let senders = events.flatMap { sides.web.ga4Tags(for: $0) }
      guard let first = senders.first else { return [] }
      return tag.fields.filter { !others.contains($0.name) }.compactMap { field in
        let paths = missing(field.origins, from: senders)
        guard !paths.isEmpty else { return nil }
        let list = paths.map { "'\($0)'" }.joined(separator: " or ")
        return Breach(
          side: .web, name: first.tag.name,
          message: "'\(tag.tag.name)' reads \(list), which no GA4 tag sends with '\(events[0])'",
          fix: advice(for: paths[0], sentBy: senders))
      }
    }
  }
}

extension ContractRule {
  /// What to do about a path of the event data that no GA4 tag sends.
  static func advice(for path: String, sentBy tags: [WebSide.GA4Tag]) -> String {
    if let mended = ForeignPath(path)?.mended {
      return "read '\(mended)', as GA4's client calls it"
    }
    let sent = tags.flatMap { $0.parameters.map(\.name) } + CommonEventData.all.map(\.key)
    if let nearest = Spelling.nearest(to: path, among: sent) {
      return "read '\(nearest)', if that is what is meant"
    }
    return "add the event parameter '\(path.prefix { $0 != "." })'"
  }

  /// The paths that a field reads, where none of its sources has a value that the browser sends.
  static func missing(_ origins: [ValueOrigin], from tags: [WebSide.GA4Tag]) -> [String] {
    var paths: [String] = []
    for origin in origins {
      guard case .eventData(let path) = origin else { return [] }
      if tags.contains(where: { $0.sends(path) }) { return [] }
      paths.append(path)
    }
    return paths
  }
}
