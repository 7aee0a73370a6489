package import SandboxedJS

/// Hides tokens in what is shown: a report may end up in a log or a pull request.
package struct SecretMask: Sendable {
  /// The text that is shown instead.
  package static let replacement = "***"

  private static let words = ["token", "secret", "password", "apikey", "api_key", "authorization"]
  private static let headers: Set<String> = [
    "access-token", "authorization", "x-api-key", "api-key",
  ]
  private static let parameters: Set<String> = [
    "access_token", "api_secret", "token", "api_key", "apikey", "key",
  ]

  /// The texts that are hidden wherever they stand, longer ones first.
  private let texts: [String]

  /// Hides the values of a tag's fields whose names speak of a secret, such as `access_token`.
  package init(_ tag: TagResult) {
    texts = tag.settings.compactMap { setting in
      guard Self.isSecret(setting.name), let text = setting.value.text?.trimmingSpaces,
        text.utf8.count >= 4
      else { return nil }
      return text
    }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// Whether a name speaks of a secret.
  package static func isSecret(_ name: String) -> Bool {
    let lowercase = name.lowercased()
    return words.contains { lowercase.containsText($0) }
  }

  /// Whether a header's value is a secret.
  package static func isSecretHeader(_ name: String) -> Bool {
    headers.contains(name.lowercased()) || isSecret(name)
  }

  /// A text without secrets.
  package func text(_ text: String) -> String {
    texts.reduce(text) { text, secret in
      text.containsText(secret) ? text.replacing(secret, with: Self.replacement) : text
    }
  }

  /// The address of a request without secrets.
  package func url(_ url: String) -> String {
    let masked = text(url)
    guard let start = masked.utf8.firstIndex(of: UInt8(ascii: "?")) else { return masked }
    let pairs = masked[masked.index(after: start)...].split(
      separator: "&", omittingEmptySubsequences: false
    ).map { pair -> String in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, Self.parameters.contains(parts[0].lowercased()) else {
        return String(pair)
      }
      return "\(parts[0])=\(Self.replacement)"
    }
    return masked[...start] + pairs.joined(separator: "&")
  }

  /// A header without secrets.
  package func header(_ header: NamedText) -> NamedText {
    Self.headers.contains(header.name.lowercased())
      ? NamedText(header.name, Self.replacement) : NamedText(header.name, text(header.value))
  }

  /// A field's or a variable's value without secrets.
  package func value(_ named: TagResult.NamedValue) -> ScriptValue {
    if Self.isSecret(named.name), named.value != .undefined, named.value != "" {
      return .string(Self.replacement)
    }
    return value(named.value)
  }

  /// Any value without secrets.
  package func value(_ value: ScriptValue) -> ScriptValue {
    switch value {
    case .string(let text): .string(text.containsText("://") ? url(text) : self.text(text))
    case .array(let elements): .array(elements.map(self.value))
    case .object(let members): .object(members.map { .init($0.key, self.value($0.value)) })
    default: value
    }
  }
}
