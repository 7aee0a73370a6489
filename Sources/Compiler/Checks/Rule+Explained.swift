import Diagnostics

extension Rule {
  /// The messages about the wrong example, a line each, such as `line 2: error: … [rule]`.
  ///
  /// Lines are counted from the example's first; the names of template files stand in their place.
  package var messages: [String] { ruleMessages[id] ?? [] }

  /// The name in `.allowing(…)`, such as `formSubmitAsLead`; `nil` for errors, which nothing
  /// allows.
  package var allowanceName: String? {
    guard severity == .warning else { return nil }
    let words = id.split(separator: "-").map(String.init)
    let names = compiledDestinations.map { $0.profile.name }
    return words.enumerated().map { index, word in
      if let name = names.first(where: { $0.lowercased() == word }) {
        return index == 0 ? name.prefix(1).lowercased() + name.dropFirst() : name
      }
      return switch (word, index) {
      case (_, 0): word
      case ("id", _): "ID"
      case ("api", _): "API"
      default: word.prefix(1).uppercased() + word.dropFirst()
      }
    }.joined()
  }
}
