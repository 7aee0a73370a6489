import JSONText

/// Reads the members of an object into the properties of a value.
package struct MemberReader: MemberMap {
  /// The maximum depth to which objects may be nested; Tag Manager's own go down to about ten.
  static let depthLimit = 100

  private let members: [JSONObject.Member]
  private let form: Form
  private let depth: Int
  /// Which members have been read, parallel to `members`.
  private var isTaken: [Bool]
  private var emptyLists: [String] = []
  /// The member after the last one that was read: in a file of Tag Manager's the next to be asked for.
  private var likely = 0

  init(_ object: JSONObject, form: Form, depth: Int) {
    members = object.members
    self.form = form
    self.depth = depth
    isTaken = Array(repeating: false, count: members.count)
  }

  /// Returns the members that nothing has asked for.
  func unmodelled() -> Unmodelled {
    var rest = Unmodelled()
    rest.emptyLists = emptyLists
    var previousKey: String?
    for (member, isTaken) in zip(members, isTaken) {
      if isTaken {
        previousKey = member.key
      } else {
        rest.members.append(
          Unmodelled.Member(previousKey: previousKey, key: member.key, value: member.value))
      }
    }
    return rest
  }

  private mutating func take(_ key: String) -> JSON? {
    var index = likely
    if index >= members.count || members[index].key != key {
      guard let found = members.firstIndex(where: { $0.key == key }) else { return nil }
      index = found
    }
    isTaken[index] = true
    likely = index + 1
    return members[index].value
  }

  /// Reads a member, if it is there; an error gets its key.
  private mutating func read<Value>(
    _ key: String, _ make: (JSON) throws(ContainerReadError) -> Value
  ) throws(ContainerReadError) -> Value? {
    guard let json = take(key) else { return nil }
    do { return try make(json) } catch { throw error.inside(key) }
  }

  /// Reads a list, if it is there; an error gets its key and index.
  private mutating func readList<Value>(
    _ key: String, _ make: (JSON) throws(ContainerReadError) -> Value
  ) throws(ContainerReadError) -> [Value] {
    guard let json = take(key) else { return [] }
    guard case .array(let elements) = json else {
      throw ContainerReadError(expected: "an array", found: json).inside(key)
    }
    if elements.isEmpty { emptyLists.append(key) }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      do { values.append(try make(element)) } catch { throw error.inside("\(key)[\(index)]") }
    }
    return values
  }

  private func required<Value>(
    _ key: String, _ value: Value?
  ) throws(ContainerReadError) -> Value {
    guard let value else { throw ContainerReadError("expected a member '\(key)', found none") }
    return value
  }

  private static func text(_ json: JSON) throws(ContainerReadError) -> String {
    guard case .string(let text) = json else {
      throw ContainerReadError(expected: "a string", found: json)
    }
    return text
  }

  private func word<Value: Word>(_ json: JSON) throws(ContainerReadError) -> Value {
    let text = try Self.text(json)
    return Value(rawValue: form == .export ? text : Form.exportWord(fromAPI: text))
  }

  package mutating func string(
    _ key: String, _ value: inout String
  ) throws(ContainerReadError) { value = try required(key, try read(key, Self.text)) }

  package mutating func string(
    _ key: String, _ value: inout String?
  ) throws(ContainerReadError) { value = try read(key, Self.text) }

  package mutating func longInteger(
    _ key: String, _ value: inout String?
  ) throws(ContainerReadError) {
    value = try read(key) { json throws(ContainerReadError) in
      if case .number(let number) = json, number.integer != nil { return number.text }
      return try Self.text(json)
    }
  }

  package mutating func boolean(
    _ key: String, _ value: inout Bool?
  ) throws(ContainerReadError) {
    value = try read(key) { json throws(ContainerReadError) in
      guard case .bool(let truth) = json else {
        throw ContainerReadError(expected: "true or false", found: json)
      }
      return truth
    }
  }

  package mutating func integer(
    _ key: String, _ value: inout Int?
  ) throws(ContainerReadError) {
    value = try read(key) { json throws(ContainerReadError) in
      guard case .number(let number) = json else {
        throw ContainerReadError(expected: "a whole number", found: json)
      }
      guard let integer = number.integer else {
        throw ContainerReadError("expected a whole number, found \(number.text)")
      }
      return integer
    }
  }

  package mutating func strings(
    _ key: String, _ value: inout [String]
  ) throws(ContainerReadError) { value = try readList(key, Self.text) }

  package mutating func word<Value: Word>(
    _ key: String, _ value: inout Value
  ) throws(ContainerReadError) { value = try required(key, try read(key, word)) }

  package mutating func word<Value: Word>(
    _ key: String, _ value: inout Value?
  ) throws(ContainerReadError) { value = try read(key, word) }

  package mutating func words<Value: Word>(
    _ key: String, _ value: inout [Value]
  ) throws(ContainerReadError) { value = try readList(key, word) }

  package mutating func object<Value: JSONMapped>(
    _ key: String, _ value: inout Value
  ) throws(ContainerReadError) { value = try required(key, try read(key, object)) }

  package mutating func object<Value: JSONMapped>(
    _ key: String, _ value: inout Value?
  ) throws(ContainerReadError) { value = try read(key, object) }

  package mutating func objects<Value: JSONMapped>(
    _ key: String, _ value: inout [Value]
  ) throws(ContainerReadError) { value = try readList(key, object) }

  private func object<Value: JSONMapped>(_ json: JSON) throws(ContainerReadError) -> Value {
    try Value(json: json, form: form, depth: depth + 1)
  }
}
