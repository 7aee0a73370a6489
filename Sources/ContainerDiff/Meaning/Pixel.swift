import Diagnostics
import TagManager

extension Meaning {
  /// Events go to another pixel, by the setting of a tag or by the constant that it reads.
  static let pixel = Meaning(
    "pixel", "events go to another pixel, dataset or property",
    because: """
      The destination counts them elsewhere: campaigns no longer see their conversions. The change may be in the tag or in
      the constant that it reads.
      """,
    example: "1 tag would send to another pixel: 'Pixel' \"P1\" → \"P2\""
  ) { containers in
    let ofTags = containers.changedTags.compactMap { _, new, pair -> Sign? in
      guard let change = SettingChanges.all(in: pair, where: isPixel).first else { return nil }
      return Sign(
        .warning, new,
        "\(containers.subject(new, isNew: true)) goes to another \(word(of: change.path)): "
          + SettingChanges.text(change))
    }
    return ofTags + constants(containers)
  }

  /// The word for what each setting names, by the setting's key in lower case without separators.
  private static let words = [
    "pixelcode": "pixel", "pixelid": "pixel", "datasetid": "dataset",
    "measurementid": "measurement id",
  ]

  private static func isPixel(_ key: String) -> Bool { words[key] != nil }

  /// Returns the word for what the setting at the end of a path names.
  private static func word(of path: String) -> String {
    let key = path.split(separator: ".").last.map { $0.lowercased().filter { $0 != "_" } }
    return key.flatMap { words[$0] } ?? "pixel"
  }

  private static func constants(_ containers: ComparedContainers) -> [Sign] {
    let changed = containers.differences.filter { pair in
      pair.kind == .variable && pair.new?["type"] == .text("c")
        && pair.changes.contains { $0.path == "parameter.value" }
    }
    guard !changed.isEmpty else { return [] }
    var uses: [String: (count: Int, word: String)] = [:]
    for tag in containers.pairs.compactMap(\.new) where tag.kind == .tag {
      for parameter in tag.parameters {
        let key = parameter.key.lowercased().filter { $0 != "_" }
        if let word = words[key], let text = parameter.value.text {
          uses[text, default: (0, word)].count += 1
        }
      }
    }
    return changed.compactMap { pair in
      guard let constant = pair.new, let use = uses["{{\(constant.name)}}"],
        let change = pair.changes.first(where: { $0.path == "parameter.value" })
      else { return nil }
      return Sign(
        .warning, constant,
        "\(EntityKind.tag.count(use.count)) would send to another \(use.word): '\(constant.name)' "
          + SettingChanges.text(change))
    }
  }
}
