package import JSONText

/// A value that goes into a run or comes out of it: a copy, which scripts cannot change.
package enum ScriptValue: Hashable, Sendable {
  case undefined, null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([ScriptValue])
  case object([Member])
  /// A function, which has no meaning outside the run.
  case function

  /// One property of an object, in the order in which it was set.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: ScriptValue

    package init(_ key: String, _ value: ScriptValue) {
      self.key = key
      self.value = value
    }
  }
}

extension ScriptValue {
  /// The value of a JSON text's value.
  package init(_ json: JSON) {
    self =
      switch json {
      case .null: .null
      case .bool(let value): .boolean(value)
      case .number(let value): .number(value.double)
      case .string(let value): .string(value)
      case .array(let values): .array(values.map { ScriptValue($0) })
      case .object(let object):
        .object(object.members.map { Member($0.key, ScriptValue($0.value)) })
      }
  }

  /// The value as JSON, as `JSON.stringify` sees it; `nil` for `undefined` and functions.
  package var json: JSON? {
    switch self {
    case .undefined, .function: nil
    case .null: .null
    case .boolean(let value): .bool(value)
    case .number(let value):
      value.isFinite ? .number(JSONNumber(unchecked: JavaScriptNumber.text(value))) : .null
    case .string(let value): .string(value)
    case .array(let values): .array(values.map { $0.json ?? .null })
    case .object(let members):
      .object(
        JSONObject(
          members.compactMap { member in
            member.value.json.map { JSONObject.Member(member.key, $0) }
          }))
    }
  }

  /// The value of a property, if it is an object that has it.
  package subscript(key: String) -> ScriptValue? {
    guard case .object(let members) = self,
      let index = members.lastIndex(where: { $0.key.isExactly(key) })
    else { return nil }
    return members[index].value
  }

  /// The text, if it is a string.
  package var text: String? { if case .string(let text) = self { text } else { nil } }

  /// Whether it is `undefined`.
  package var isUndefined: Bool { self == .undefined }
}

extension ScriptValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(arrayLiteral elements: ScriptValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, ScriptValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension ScriptValue: CustomStringConvertible {
  /// The value as a script would write it, on one line.
  package var description: String {
    switch self {
    case .undefined: "undefined"
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): JavaScriptNumber.text(value)
    case .string(let text): JSON.string(text).text(.compact)
    case .array(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    case .object(let members):
      members.isEmpty
        ? "{}"
        : "{" + members.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    case .function: "function"
    }
  }
}
