import TagManager

extension Meaning {
  /// A secret was never filled in where the container runs.
  static let placeholder = Meaning(id: "placeholder") { containers in
    guard containers.newIsPlan else { return [] }
    return containers.pairs.compactMap { pair in
      guard let old = pair.old, old.kind == .variable, pair.new != nil,
        case .secret(_, isPlaceholder: true)? = old.parameter("value")
      else { return nil }
      return Sign(
        .warning, old,
        "'\(old.name)' still holds its placeholder in \(containers.old.label): put the value there")
    }
  }
}
