import Compiler
import TagwrightPlan

/// Finds the texts of a container that belong into no file of git, and names them.
struct SecretAdoption {
  private(set) var found: [AdoptedSecret] = []
  private let looks: Bool

  init() { looks = true }

  private init(looks: Bool) { self.looks = looks }

  /// Finds nothing.
  static let none = SecretAdoption(looks: false)

  /// The name of the secret that a constant holds; `nil` where it holds none.
  mutating func name(forConstant value: String, called name: String) -> String? {
    let tells = ["token", "secret", "password", "api key", "apikey", "api_key", "credential"]
      .contains { name.lowercased().contains($0) }
    let isLong = value.utf8.count >= 8 && !value.contains("{{")
    if looks, tells, isLong, !value.hasPrefix(Secret.placeholderPrefix) {
      return secret(value, near: name)
    }
    return self.name(for: value, at: name)
  }

  /// The name of the secret that a text is; `nil` where it is none.
  ///
  /// - Parameter owner: what holds the text, after which the secret is called.
  mutating func name(for value: String, at owner: String) -> String? {
    guard looks else { return nil }
    if value.hasPrefix(Secret.placeholderPrefix) {
      let name = String(value.dropFirst(Secret.placeholderPrefix.count))
      guard name == Self.words(of: name) else { return nil }
      if !found.contains(where: { $0.name == name }) {
        found.append(AdoptedSecret(name: name, value: nil, isTestCode: false))
      }
      return name
    }
    guard !value.contains("\n"), TokenPattern.first(in: value) != nil else { return nil }
    return secret(value, near: owner)
  }

  private mutating func secret(_ value: String, near owner: String) -> String {
    if let known = found.first(where: { $0.value == value }) { return known.name }
    let words = Self.words(of: owner)
    let isName = words.unicodeScalars.first.map { !("0"..."9").contains($0) } ?? false
    let base = isName ? words : words.isEmpty ? "SECRET" : "SECRET_\(words)"
    var name = base
    var number = 2
    while found.contains(where: { $0.name == name }) {
      name = "\(base)_\(number)"
      number += 1
    }
    let isTestCode = TokenPattern.first(in: value)?.isTestCode ?? false
    found.append(AdoptedSecret(name: name, value: value, isTestCode: isTestCode))
    return name
  }

  /// A text as the name of an environment variable: `Meta - token` is `META_TOKEN`.
  private static func words(of text: String) -> String {
    text.uppercased().unicodeScalars
      .split { !("A"..."Z").contains($0) && !("0"..."9").contains($0) }
      .map { String($0) }.joined(separator: "_")
  }
}
