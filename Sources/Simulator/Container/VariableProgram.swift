import SandboxedJS
import TagManager

/// A compiled variable.
final class VariableProgram: Sendable {
  /// The sources of the value.
  enum Source: Sendable {
    case eventData(path: ValueExpression, fallback: ValueExpression?)
    case constant(ValueExpression)
    case queryParameter(ValueExpression)
    case header(ValueExpression)
    case cookie(ValueExpression, isDecoded: Bool)
    case table(LookupTable)
    case visitorRegion
    case builtIn(BuiltInVariableType)
    /// The event's name, which custom event filters call `_event`.
    case eventName
    /// A custom template, by its place, with its fields.
    case template(Int, fields: [ValueExpression.Entry])
    /// Something that only a page has.
    case browser(BrowserVariable)
    /// The container has no such variable.
    case missing
    /// A type whose code is not known.
    case notSimulated
  }

  let name: String
  let source: Source
  let format: FormatProgram?

  init(name: String, source: Source, format: FormatProgram?) {
    self.name = name
    self.source = source
    self.format = format
  }

  /// The variables that it refers to, in order.
  var slots: [VariableSlot] {
    let own: [VariableSlot] =
      switch source {
      case .eventData(let path, let fallback): path.slots + (fallback?.slots ?? [])
      case .constant(let value), .queryParameter(let value), .header(let value),
        .cookie(let value, _):
        value.slots
      case .table(let table): table.slots
      case .template(_, let fields): fields.flatMap(\.value.slots)
      case .browser(let variable): variable.slots
      case .visitorRegion, .builtIn, .eventName, .missing, .notSimulated: []
      }
    return own + (format?.slots ?? [])
  }
}

extension VariableProgram {
  /// - Parameter templates: the places of templates, by the types that they make.
  convenience init(
    _ variable: Variable, templates: [String: Int], _ slots: inout VariableSlots
  ) {
    func text(_ key: String, _ slots: inout VariableSlots) -> ValueExpression {
      slots.expression(text: variable.parameters[key]?.value ?? "")
    }
    func flag(_ key: String) -> Bool { variable.parameters[key]?.value == "true" }
    let format = FormatProgram(variable.format, &slots)
    let source: Source
    if let template = templates[variable.type] {
      source = .template(template, fields: slots.fields(variable.parameters))
    } else {
      source =
        switch variable.type {
        case "ed":
          .eventData(
            path: text("keyPath", &slots),
            fallback: flag("setDefaultValue") ? text("defaultValue", &slots) : nil)
        case "c": .constant(SimulatedSecret.filled(text("value", &slots)))
        case "qp": .queryParameter(text("queryParamName", &slots))
        case "rh": .header(text("headerName", &slots))
        case "sgtmk": .cookie(text("name", &slots), isDecoded: flag("decodeCookie"))
        case "smm", "remm": .table(LookupTable(variable, &slots))
        case "vr": .visitorRegion
        default: BrowserVariable(variable, &slots).map { .browser($0) } ?? .notSimulated
        }
    }
    self.init(name: variable.name, source: source, format: format)
  }
}

extension VariableSlots {
  /// The fields of a template, or the settings of another tag.
  mutating func fields(_ parameters: [Parameter]) -> [ValueExpression.Entry] {
    parameters.compactMap { parameter in
      parameter.key.map { ValueExpression.Entry(key: $0, value: expression(parameter)) }
    }
  }
}

/// The placeholders of secrets that are not filled in.
package enum SimulatedSecret {
  /// The prefix of placeholders in a generated container.
  private static let prefix = "REPLACE_WITH_"
  /// The prefix of the texts that stand in their place.
  private static let simulatedPrefix = "SIMULATED_"

  /// The name of the secret that a simulated text stands for; `nil` for any other text.
  package static func name(of text: String) -> String? {
    text.hasPrefix(simulatedPrefix) ? String(text.dropFirst(simulatedPrefix.count)) : nil
  }

  /// Something in a placeholder's place, so that a tag that refuses to send without its token shows what it sends.
  static func filled(_ value: ValueExpression) -> ValueExpression {
    guard case .constant(let constant) = value, let text = constant.text, text.hasPrefix(prefix)
    else { return value }
    return .constant(.string(simulatedPrefix + text.dropFirst(prefix.count)))
  }
}
