import SandboxedJS
import TagManager

/// The changes to a variable's value before it is used.
///
/// The order is that of Tag Manager's code for the browser: case, then what stands for null,
/// undefined, true and false. The conversions to numbers and truth values are newer and come last.
struct FormatProgram: Sendable {
  private let caseConversion: CaseConversion?
  private let null: ValueExpression?
  private let undefined: ValueExpression?
  private let yes: ValueExpression?
  private let no: ValueExpression?
  private let separator: DecimalSeparator?
  private let convertsToBoolean: Bool

  init?(_ format: VariableFormat?, _ slots: inout VariableSlots) {
    guard let format, format != VariableFormat() else { return nil }
    func expression(_ parameter: Parameter?, _ slots: inout VariableSlots) -> ValueExpression? {
      parameter.map { slots.expression($0) }
    }
    caseConversion = format.caseConversion
    null = expression(format.nullReplacement, &slots)
    undefined = expression(format.undefinedReplacement, &slots)
    yes = expression(format.trueReplacement, &slots)
    no = expression(format.falseReplacement, &slots)
    separator = format.decimalSeparator
    convertsToBoolean = format.convertsToBoolean == true
  }

  /// The variables that it refers to.
  var slots: [VariableSlot] { [null, undefined, yes, no].flatMap { $0?.slots ?? [] } }

  /// The changed value; `evaluate` gives the values of replacements.
  func apply(_ value: ScriptValue, _ evaluate: (ValueExpression) -> ScriptValue) -> ScriptValue {
    var value = value
    if case .string(let text) = value {
      switch caseConversion {
      case .lowercase?: value = .string(text.lowercased())
      case .uppercase?: value = .string(text.uppercased())
      default: break
      }
    }
    if value == .null, let null { value = evaluate(null) }
    if value == .undefined, let undefined { value = evaluate(undefined) }
    if value == .boolean(true), let yes { value = evaluate(yes) }
    if value == .boolean(false), let no { value = evaluate(no) }
    if let separator, case .string(let text) = value {
      value = Self.number(text, separator).map { .number($0) } ?? value
    }
    if convertsToBoolean { value = Self.truth(value) ?? value }
    return value
  }

  private static func number(_ text: String, _ separator: DecimalSeparator) -> Double? {
    let usesComma =
      separator == .comma
      || separator == .automatic
        && (text.lastIndex(of: ",") ?? text.startIndex)
          > (text.lastIndex(of: ".") ?? text.startIndex)
    let plain =
      usesComma
      ? text.replacing(".", with: "").replacing(",", with: ".") : text.replacing(",", with: "")
    let value = JavaScriptNumber.value(plain)
    return plain.isEmpty || value.isNaN ? nil : value
  }

  private static func truth(_ value: ScriptValue) -> ScriptValue? {
    switch value.asText.lowercased() {
    case "1", "true": .boolean(true)
    case "0", "false": .boolean(false)
    default: nil
    }
  }
}
