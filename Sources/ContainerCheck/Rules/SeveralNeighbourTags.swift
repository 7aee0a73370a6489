import Diagnostics
import TagManager

extension ContainerRule {
  /// One tag fires before another, and one after it.
  static let severalNeighbourTags = ContainerRule(
    "several-neighbour-tags", .error, "a tag has several setup or cleanup tags, or is its own",
    documentation: """
      A tag has at most one setup tag and one cleanup tag, and neither is the tag itself. For longer sequences, give the
      setup tag a setup tag of its own.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "setupTag": [{"tagName": "GA4"}]}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "setupTag": [{"tagName": "Linker"}]},
        {"tagId": "2", "name": "Linker", "type": "sgtmadscl"}]}
      """
  ) { container in
    container.tags.flatMap { tag, entity in
      [
        ("setup", tag.setupTags.map(\.tagName)), ("cleanup", tag.teardownTags.map(\.tagName)),
      ].compactMap { word, names in
        if names.count > 1 {
          return Breach(entity, "has \(names.count) \(word) tags", mend: "leave one of them")
        }
        guard names.first == tag.name else { return nil }
        return Breach(entity, "is its own \(word) tag", mend: "name another tag")
      }
    }
  }
}
