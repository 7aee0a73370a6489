import Diagnostics
import TagManager

extension ContainerRule {
  /// Tags that wait for each other have no first one.
  static let circularTags = ContainerRule(
    "circular-tags", .error, "tags are each other's setup or cleanup tags in a circle",
    documentation: """
      A setup tag fires before its tag and a cleanup tag after it, and each can have a setup or cleanup tag of its own. Where
      that leads back to the first tag, be it by setup tags, by cleanup tags or by both, no tag of the circle is the first to
      fire, or the last. Break the circle at one of them.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "setupTag": [{"tagName": "Linker"}]},
        {"tagId": "2", "name": "Linker", "type": "sgtmadscl", "setupTag": [{"tagName": "GA4"}]}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "setupTag": [{"tagName": "Linker"}]},
        {"tagId": "2", "name": "Linker", "type": "sgtmadscl"}]}
      """
  ) { container in
    // Hardly any tag has one.
    let tags = container.tags.compactMap { tag, entity in
      let neighbours = tag.setupTags.compactMap(\.tagName) + tag.teardownTags.compactMap(\.tagName)
      return neighbours.isEmpty ? nil : (tag: tag, entity: entity, neighbours: neighbours)
    }
    let byName = Dictionary(tags.map { ($0.entity.name, $0) }) { first, _ in first }
    let graph = ReferenceGraph(
      names: tags.map(\.entity.name), references: byName.mapValues(\.neighbours))
    let word =
      tags.allSatisfy(\.tag.teardownTags.isEmpty)
      ? "setup" : tags.allSatisfy(\.tag.setupTags.isEmpty) ? "cleanup" : "setup or cleanup"
    // A tag that is its own has a rule of its own.
    return graph.circles.filter { $0.count > 1 }.compactMap { circle in
      byName[circle.first].map { tag in
        Breach(
          tag.entity, "is its own \(word) tag by way of \(circle.way)",
          mend: "take the \(word) tag from one of them")
      }
    }
  }
}
