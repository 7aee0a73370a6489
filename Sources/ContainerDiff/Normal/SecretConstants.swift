import JSONText
import TagManager

/// The constants whose values nobody may see, and those values.
struct SecretConstants {
  /// The names of the variables.
  let names: Set<String>
  /// The values of the variables, longest first: hidden wherever else they stand.
  let values: [String]
  private let placeholderPrefix: String

  /// Finds them: a constant whose value is a placeholder in any of the containers, whose name is given, or
  /// whose name says that it is one.
  init(in versions: [JSONObject], declared: Set<String>, placeholderPrefix: String) {
    self.placeholderPrefix = placeholderPrefix
    var names = declared
    let constants = versions.flatMap { version in
      version.entities(of: .variable).filter { $0["type"]?.string == "c" }
    }
    let pairs = constants.map { (name: $0["name"]?.string ?? "", value: Self.value(of: $0)) }
    for (name, value) in pairs where value.hasPrefix(placeholderPrefix) || Self.tellsSecret(name) {
      names.insert(name)
    }
    self.names = names
    let found = pairs.filter {
      names.contains($0.name) && $0.value.utf8.count >= 6
        && !$0.value.hasPrefix(placeholderPrefix)
    }
    values = Set(found.map(\.value)).sorted {
      ($1.utf8.count, $0) < ($0.utf8.count, $1)
    }
  }

  private static func tellsSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["token", "secret", "password", "api key", "apikey", "api_key", "credential"]
      .contains { name.contains($0) }
  }

  private static func value(of constant: JSON) -> String {
    let parameter = constant["parameter"]?.array?.first { $0["key"]?.string == "value" }
    return parameter?["value"]?.string ?? ""
  }

  func isPlaceholder(_ text: String) -> Bool { text.hasPrefix(placeholderPrefix) }

  /// The parameters of a secret constant, their texts hidden.
  func hidden(_ value: NormalValue) -> NormalValue {
    switch value {
    case .text(let text): .secret(text, isPlaceholder: isPlaceholder(text))
    case .list(let values): .list(values.map(hidden))
    case .set(let values): .set(values.map(hidden))
    case .record(let entries):
      .record(entries.map { NormalValue.Entry($0.key, hidden($0.value)) })
    case .typed(let word, let value): .typed(word, hidden(value))
    default: value
    }
  }

  /// Whether a text reads one of the constants.
  func isReferred(in text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "{")) && names.contains { text.contains("{{\($0)}}") }
  }

  /// A text without the values of secrets.
  func redacted(_ text: String) -> String {
    var result = text
    for value in values where result.contains(value) {
      result = result.split(separator: value, omittingEmptySubsequences: false)
        .joined(separator: SecretConstants.shown)
    }
    return result
  }

  /// The text that stands for a secret in every report.
  static let shown = "(secret)"
}
