import Diagnostics
import TagManager

extension ContainerRule {
  /// Tags that wait for each other have no first one.
  static let circularTags = ContainerRule(
    "circular-tags", .error, "tags are each other's setup or cleanup tags in a circle",
    documentation: """
      A setup tag fires before its tag and a cleanup tag after it, and each can have a setup or cleanup tag of its own. Where
      that leads back to the first tag, none of them can be the first to fire, or the last. Break the circle at one of them.
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
    breaches("setup", in: container) { $0.setupTags.compactMap(\.tagName) }
      + breaches("cleanup", in: container) { $0.teardownTags.compactMap(\.tagName) }
  }

  private static func breaches(
    _ word: String, in container: CheckedContainer, names: (Tag) -> [String]
  ) -> [Breach] {
    // Hardly any tag has one.
    let tags = container.tags.compactMap { tag, entity in
      let neighbours = names(tag)
      return neighbours.isEmpty ? nil : (entity: entity, neighbours: neighbours)
    }
    let entities = Dictionary(tags.map { ($0.entity.name, $0.entity) }) { first, _ in first }
    let graph = ReferenceGraph(
      names: tags.map(\.entity.name),
      references: Dictionary(tags.map { ($0.entity.name, $0.neighbours) }) { first, _ in first })
    // A tag that is its own has a rule of its own.
    return graph.circles.filter { $0.count > 1 }.compactMap { circle in
      entities[circle.first].map { entity in
        Breach(
          entity, "is its own \(word) tag by way of \(circle.way)",
          mend: "take the \(word) tag from one of them")
      }
    }
  }
}
