import Diagnostics
import TagManager

extension Meaning {
  /// A tag that sends to a known destination is in one container only.
  static let tagMissing = Meaning(
    "tag-missing", "a tag that sends to a destination is in one container only",
    because: """
      Its events are not sent by the other container. A second tag of the same name, as importing with 'Rename' makes it,
      sends them again.
      """,
    example: "purchase → Ads is not sent by the live container: it has no tag 'Ads Purchase'"
  ) { containers in
    // Another container never had them.
    if containers.newIsPlan, containers.areOfDifferentContainers { return [] }
    let oldNames = Set(containers.pairs.lazy.filter { $0.kind == .tag }.compactMap(\.old?.name))
    return containers.differences.filter { $0.kind == .tag }.compactMap { pair in
      switch (pair.old, pair.new) {
      case (nil, let tag?):
        guard containers.destination(of: tag, isNew: true) != nil else { return nil }
        if oldNames.contains(tag.name) {
          return Sign(
            .warning, tag,
            "\(containers.subject(tag, isNew: true)) would be sent again: there would be one more tag "
              + "'\(tag.name)'")
        }
        return Sign(
          containers.newIsPlan ? .warning : .notice, tag,
          "\(containers.subject(tag, isNew: true)) is not sent by \(containers.old.label): "
            + "it has no tag '\(tag.name)'")
      case (let tag?, nil):
        guard !containers.newIsPlan, containers.destination(of: tag, isNew: false) != nil else {
          return nil
        }
        return Sign(
          .warning, tag,
          "\(containers.subject(tag, isNew: false)) would no longer be sent: tag removed")
      default: return nil
      }
    }
  }
}
