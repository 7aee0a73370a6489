extension Change {
  /// The change without the values of secrets.
  func redacted(_ secrets: SecretConstants) -> Change {
    if secrets.names.isEmpty { return self }
    let isAboutSecret = [old, new].contains { $0?.contains(secrets.isReferred) ?? false }
    // Where one side reads a secret constant, a text on the other side is likely the secret itself.
    func shown(_ value: NormalValue?) -> NormalValue? {
      guard let value else { return nil }
      let isLikely = isAboutSecret && !value.contains { $0.utf8.contains(UInt8(ascii: "{")) }
      return isLikely ? value.mapTexts { _ in nil } : value.mapTexts(secrets.redacted)
    }
    return Change(path, old: shown(old), new: shown(new))
  }
}

extension NormalValue {
  /// Whether any of its texts is like this.
  fileprivate func contains(_ isLike: (String) -> Bool) -> Bool {
    switch self {
    case .text(let text): isLike(text)
    case .list(let values), .set(let values): values.contains { $0.contains(isLike) }
    case .record(let entries): entries.contains { $0.value.contains(isLike) }
    case .typed(_, let value): value.contains(isLike)
    default: false
    }
  }

  /// The same with other texts; what has none becomes a secret, and no secret keeps its value.
  fileprivate func mapTexts(_ body: (String) -> String?) -> NormalValue {
    switch self {
    case .text(let text): body(text).map { .text($0) } ?? .secret("", isPlaceholder: false)
    case .secret(_, let isPlaceholder): .secret("", isPlaceholder: isPlaceholder)
    case .list(let values): .list(values.map { $0.mapTexts(body) })
    case .set(let values): .set(values.map { $0.mapTexts(body) })
    case .record(let entries):
      .record(entries.map { Entry($0.key, $0.value.mapTexts(body)) })
    case .typed(let word, let value): .typed(word, value.mapTexts(body))
    default: self
    }
  }
}
