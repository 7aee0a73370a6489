import TagManager

/// New names of what was renamed, so that references to it are no changes.
struct Renames {
  private var names: [EntityKind: [String: String]] = [:]

  subscript(kind: EntityKind, name: String) -> String {
    names[kind]?[name] ?? name
  }

  mutating func add(_ kind: EntityKind, from old: String, to new: String) {
    names[kind, default: [:]][old] = new
  }

  /// A text with the new names of variables in its references `{{…}}`.
  func text(_ text: String) -> String {
    guard let variables = names[.variable], text.utf8.contains(UInt8(ascii: "{")) else {
      return text
    }
    var result = ""
    var rest = text[...]
    for place in VariableReferences.places(in: text) {
      let (found, name) = (VariableReferences.range(place), String(place))
      result += rest[..<found.lowerBound] + "{{\(variables[name] ?? name)}}"
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}
