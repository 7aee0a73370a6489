import SandboxedJS

extension ScriptValue {
  /// The value as text, as JavaScript's `String()` makes it: `undefined`, `[object Object]`, elements joined by commas.
  var asText: String {
    switch self {
    case .undefined: "undefined"
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): JavaScriptNumber.text(value)
    case .string(let text): text
    case .array(let elements):
      elements.map { element in
        switch element {
        case .undefined, .null: ""
        default: element.asText
        }
      }.joined(separator: ",")
    case .object: "[object Object]"
    case .function: "function"
    }
  }

  /// The value as a number, as JavaScript's `Number()` makes it.
  var asNumber: Double {
    switch self {
    case .undefined, .function: .nan
    case .null: 0
    case .boolean(let value): value ? 1 : 0
    case .number(let value): value
    case .string(let text): JavaScriptNumber.value(text)
    case .array, .object: JavaScriptNumber.value(asText)
    }
  }
}

extension String {
  /// Whether both have the same characters, code by code: Swift's own equality takes a letter with its accent and
  /// the two side by side for the same.
  func isSame(as other: String) -> Bool { self == other && utf8.elementsEqual(other.utf8) }

  /// Whether the other text stands somewhere in this one, code by code.
  func containsText(_ other: String) -> Bool {
    var (text, other) = (self, other)
    return text.withUTF8 { text in
      other.withUTF8 { other in
        guard let first = other.first else { return true }
        guard text.count >= other.count else { return false }
        return (0...(text.count - other.count)).contains { start in
          text[start] == first && text[start...].starts(with: other)
        }
      }
    }
  }
}
