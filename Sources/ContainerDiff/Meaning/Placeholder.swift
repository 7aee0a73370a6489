import Diagnostics
import TagManager

extension Meaning {
  /// A secret was never filled in where the container runs.
  static let placeholder = Meaning(
    "placeholder", "a secret was never filled in where the container runs",
    because: """
      A generated container has placeholders for secrets, so that no file has a token. Until the value stands in Tag Manager,
      the destination refuses every event.
      """,
    example: "'TOKEN' still holds its placeholder in the live container: put the value there"
  ) { containers in
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
