import JSONText
import SandboxedJS
import TagManager

/// A compiled lookup table (`smm`) or table of regular expressions (`remm`).
struct LookupTable: Sendable {
  /// A row: the value for an input that is the key, or that the key's pattern matches.
  struct Row: Sendable {
    let key: ValueExpression
    let value: ValueExpression
    /// The pattern of a constant key.
    let pattern: RegularExpression?
  }

  let input: ValueExpression
  let rows: [Row]
  let fallback: ValueExpression?
  let usesPatterns: Bool
  private let matchesWhole: Bool
  private let ignoresCase: Bool
  private let replaces: Bool

  /// Inputs for which rows have a value: their keys, or texts that their patterns match.
  var listedInputs: [String] {
    rows.flatMap { row -> [String] in
      guard case .constant(let key) = row.key else { return [] }
      return usesPatterns
        ? RegularExpression.examples(of: key.asText, ignoresCase: ignoresCase) : [key.asText]
    }
  }

  init(_ variable: Variable, _ slots: inout VariableSlots) {
    func flag(_ key: String) -> Bool { variable.parameters[key]?.value == "true" }
    usesPatterns = variable.type == "remm"
    matchesWhole = flag("fullMatch")
    ignoresCase = flag("ignoreCase")
    replaces = flag("replaceAfterMatch")
    input = slots.expression(text: variable.parameters["input"]?.value ?? "")
    fallback =
      flag("setDefaultValue")
      ? slots.expression(text: variable.parameters["defaultValue"]?.value ?? "") : nil
    var rows: [Row] = []
    for row in variable.parameters["map"]?.list ?? [] {
      let key = slots.expression(text: row.map["key"]?.value ?? "")
      var pattern: RegularExpression?
      if usesPatterns, case .constant(let text) = key {
        pattern = Self.pattern(text.asText, isWhole: matchesWhole, ignoresCase: ignoresCase)
      }
      rows.append(
        Row(
          key: key, value: slots.expression(text: row.map["value"]?.value ?? ""),
          pattern: pattern))
    }
    self.rows = rows
  }

  private static func pattern(
    _ text: String, isWhole: Bool, ignoresCase: Bool
  ) -> RegularExpression? {
    try? RegularExpression(isWhole ? "^(?:\(text))$" : text, ignoresCase: ignoresCase)
  }

  /// The variables that it refers to, in order.
  var slots: [VariableSlot] {
    input.slots + rows.flatMap { $0.key.slots + $0.value.slots } + (fallback?.slots ?? [])
  }

  /// The value for what the input is now.
  func value(_ evaluate: (ValueExpression) -> ScriptValue) -> ScriptValue {
    let given = evaluate(input).asText
    for row in rows {
      if usesPatterns {
        let pattern =
          row.pattern
          ?? Self.pattern(
            evaluate(row.key).asText, isWhole: matchesWhole, ignoresCase: ignoresCase)
        guard let pattern, pattern.firstMatch(in: given) != nil else { continue }
        let value = evaluate(row.value)
        return replaces
          ? .string(pattern.replacing(in: given, with: value.asText, all: true)) : value
      }
      if evaluate(row.key).asText.isExactly(given) { return evaluate(row.value) }
    }
    return fallback.map(evaluate) ?? .undefined
  }
}
