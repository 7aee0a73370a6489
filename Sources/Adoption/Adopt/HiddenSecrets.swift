import Compiler
import TagManager
import TagwrightPlan

/// A container with placeholders in place of the texts that belong into no file of git, and those texts.
struct HiddenSecrets {
  private(set) var version: ContainerVersion
  private(set) var found: [AdoptedSecret] = []

  /// Names that no secret gets.
  private let taken: Set<String>

  /// Looks through the entities that become declarations.
  init(
    in version: ContainerVersion, taken: Set<String> = [],
    only isWanted: (EntityKind, String) -> Bool
  ) {
    self.version = version
    self.taken = taken
    var hidden = version
    hidden.replaceTexts { text in
      guard isWanted(text.kind, text.entityName) else { return nil }
      return name(for: text).map { Secret.placeholderPrefix + $0 }
    }
    self.version = hidden
  }

  /// The name of the secret that a text is; `nil` where it is not one.
  private mutating func name(for text: ContainerText) -> String? {
    guard let type = text.parameterType else {
      return name(for: text.value, near: "\(text.entityName) notes", isTold: false)
    }
    guard type == .template else { return nil }
    if text.kind == .variable && text.entityType == "c" {
      let tells =
        Self.tellsSecret(text.entityName) && text.value.utf8.count >= 8
        && !text.value.contains("{{")
      return name(for: text.value, near: text.entityName, isTold: tells)
    }
    let key = text.key ?? ""
    let tells = Self.tellsSecret(key) && Self.isLikeAToken(text.value)
    return name(for: text.value, near: "\(text.entityName) \(key)", isTold: tells)
  }

  private static func tellsSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["token", "secret", "password", "api key", "apikey", "api_key", "credential"]
      .contains { name.contains($0) }
  }

  /// Whether a text has letters and digits and nothing that a sentence or a reference has.
  private static func isLikeAToken(_ text: String) -> Bool {
    text.utf8.count >= 12 && text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
      && !text.contains { $0.isWhitespace || $0 == "{" || $0 == "/" }
  }
}

// Names.
extension HiddenSecrets {
  /// The name of the secret that a text is; `nil` where it is not one.
  ///
  /// - Parameters:
  ///   - owner: what holds the text, after which the secret is called.
  ///   - isTold: whether its place says that it is a secret.
  private mutating func name(for text: String, near owner: String, isTold: Bool) -> String? {
    if let name = Secret.name(inPlaceholder: text) {
      if !found.contains(where: { $0.name == name }) {
        found.append(AdoptedSecret(name: name, value: nil, isTestCode: false))
      }
      return name
    }
    let pattern = TokenPattern.first(in: text)
    guard pattern != nil || isTold else { return nil }
    if let known = found.first(where: { $0.value == text }) { return known.name }
    let words = Self.words(of: owner)
    let isName = words.unicodeScalars.first.map { !("0"..."9").contains($0) } ?? false
    let base = isName ? words : words.isEmpty ? "SECRET" : "SECRET_\(words)"
    var names = taken.union(found.map(\.name))
    let name = names.insertFree(base, separator: "_")
    found.append(
      AdoptedSecret(name: name, value: text, isTestCode: pattern?.isTestCode ?? false))
    return name
  }

  /// A text as the name of an environment variable: `Meta - token` is `META_TOKEN`.
  private static func words(of text: String) -> String {
    text.uppercased().unicodeScalars
      .split { !("A"..."Z").contains($0) && !("0"..."9").contains($0) }
      .map { String($0) }.joined(separator: "_")
  }
}
