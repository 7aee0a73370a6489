import SandboxedJS
import TagManager

/// The compiled value of a parameter: the variables that it refers to are numbers.
indirect enum ValueExpression: Hashable, Sendable {
  case constant(ScriptValue)
  /// One variable and nothing else: its value, of whatever type.
  case variable(VariableSlot)
  /// Text with variables in it: everything becomes text.
  case text([ValueExpression])
  case list([ValueExpression])
  case map([Entry])

  /// A key and its value.
  struct Entry: Hashable, Sendable {
    let key: String
    let value: ValueExpression
  }

  /// The variables that it refers to, in order.
  var slots: [VariableSlot] {
    switch self {
    case .constant: []
    case .variable(let slot): [slot]
    case .text(let parts), .list(let parts): parts.flatMap(\.slots)
    case .map(let entries): entries.flatMap(\.value.slots)
    }
  }
}

/// A variable's place in a compiled container.
struct VariableSlot: Hashable, Sendable {
  let index: Int
}

/// Gives each variable its place while a container is compiled.
struct VariableSlots {
  private(set) var names: [String] = []
  private var places: [String: Int] = [:]

  /// The place of a variable; a name that was not met before gets the next one.
  mutating func slot(_ name: String) -> VariableSlot {
    if let place = places[name] { return VariableSlot(index: place) }
    places[name] = names.count
    names.append(name)
    return VariableSlot(index: names.count - 1)
  }

  /// A text with references such as `{{Event Name}}`.
  mutating func expression(text: String) -> ValueExpression {
    var parts: [ValueExpression] = []
    var rest = text[...]
    for name in VariableReferences.places(in: text) {
      let range = VariableReferences.range(name)
      if range.lowerBound > rest.startIndex {
        parts.append(.constant(.string(String(rest[..<range.lowerBound]))))
      }
      parts.append(.variable(slot(String(name))))
      rest = rest[range.upperBound...]
    }
    if !rest.isEmpty || parts.isEmpty { parts.append(.constant(.string(String(rest)))) }
    return parts.count == 1 ? parts[0] : .text(parts)
  }

  /// A parameter of an entity, as a template's code gets it.
  ///
  /// Nesting deeper than any real table ends as `undefined`.
  mutating func expression(_ parameter: Parameter, depth: Int = 0) -> ValueExpression {
    guard depth < 20 else { return .constant(.undefined) }
    switch parameter.type {
    case .list:
      return .list(parameter.list.map { expression($0, depth: depth + 1) })
    case .map:
      return .map(
        parameter.map.map {
          ValueExpression.Entry(key: $0.key ?? "", value: expression($0, depth: depth + 1))
        })
    case .boolean:
      switch parameter.value {
      case "true": return .constant(.boolean(true))
      case "false", nil: return .constant(.boolean(false))
      case let text?: return expression(text: text)
      }
    case .integer:
      if let text = parameter.value, let number = Int(text) {
        return .constant(.number(Double(number)))
      }
      return expression(text: parameter.value ?? "")
    default: return expression(text: parameter.value ?? "")
    }
  }
}
