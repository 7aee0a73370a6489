extension Meaning {
  /// Events go to another pixel, by the setting of a tag or by the constant that it reads.
  static let pixel = Meaning(id: "pixel") { containers in
    let ofTags = containers.changedTags.compactMap { _, new, pair -> Sign? in
      guard let change = SettingChanges.all(in: pair, where: isPixel).first else { return nil }
      return Sign(
        .warning, new,
        "\(containers.subject(new, isNew: true)) goes to another pixel: \(SettingChanges.text(change))"
      )
    }
    return ofTags + constants(containers)
  }

  private static func isPixel(_ key: String) -> Bool {
    ["pixelcode", "pixelid", "datasetid", "measurementid"].contains(key)
  }

  private static func constants(_ containers: ComparedContainers) -> [Sign] {
    let changed = containers.differences.filter { pair in
      pair.kind == .variable && pair.new?["type"] == .text("c")
        && pair.changes.contains { $0.path == "parameter.value" }
    }
    guard !changed.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for tag in containers.pairs.compactMap(\.new) where tag.kind == .tag {
      for parameter in tag.parameters {
        let key = parameter.key.lowercased().filter { $0 != "_" }
        if isPixel(key), let text = parameter.value.text { counts[text, default: 0] += 1 }
      }
    }
    return changed.compactMap { pair in
      guard let constant = pair.new, let count = counts["{{\(constant.name)}}"],
        let change = pair.changes.first(where: { $0.path == "parameter.value" })
      else { return nil }
      return Sign(
        .warning, constant,
        "\(EntityKind.tag.count(count)) would send to another pixel: '\(constant.name)' "
          + SettingChanges.text(change))
    }
  }
}
