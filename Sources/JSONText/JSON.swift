/// A JSON value that keeps what a text said: the order of members and every number as it was written.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSON])
  case object(JSONObject)
}

/// A number as it was written, so that reading and printing changes no digit.
package struct JSONNumber: Hashable, Sendable {
  /// The number's own text, valid by the JSON grammar.
  package let text: String

  /// Takes a text that is already known to be a JSON number.
  package init(unchecked text: String) {
    self.text = text
  }

  /// Makes the number of an integer.
  package init(_ integer: Int) {
    text = String(integer)
  }

  /// The value, where it is an integer that fits; `nil` for `1.5`, and for `1.0` and `1e2` too.
  package var integer: Int? { Int(text) }

  /// The nearest double.
  package var double: Double { Double(text) ?? .nan }
}

/// The members of an object in their order; each key once.
package struct JSONObject: Hashable, Sendable {
  /// A key and its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package var value: JSON

    package init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The members, in the order in which they were written.
  package var members: [Member]

  /// Takes members whose keys are known to differ.
  package init(_ members: [Member] = []) {
    self.members = members
  }

  /// The value of a key; setting `nil` takes the member away, setting a new key appends it.
  package subscript(key: String) -> JSON? {
    get { members.first { $0.key.isExactly(key) }?.value }
    set {
      let index = members.firstIndex { $0.key.isExactly(key) }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): break
      }
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(JSONObject(elements.map { JSONObject.Member($0.0, $0.1) }))
  }
}

extension JSON {
  /// The text, if it is a string.
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  /// The truth value, if it is one.
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The number, if it is one.
  package var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }
  /// The elements, if it is an array.
  package var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
  /// The members, if it is an object.
  package var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
  /// The value of a member, if it is an object that has it.
  package subscript(key: String) -> JSON? { object?[key] }
}
