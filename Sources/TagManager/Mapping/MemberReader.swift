import JSONText

/// Reads the members of an object into the properties of a value, and goes on where one cannot be read.
package struct MemberReader: MemberMap {
  package typealias Failure = Never

  /// The maximum depth to which objects may be nested; Tag Manager's own go down to about ten.
  static let depthLimit = 100

  private let members: [JSONObject.Member]
  private let form: Form
  private let depth: Int
  /// Which members have been read, parallel to `members`.
  private var isTaken: [Bool]
  private var emptyLists: [String] = []
  /// What is wrong with the members so far, in the order of reading.
  private(set) var misreads: [ContainerReadError] = []
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

  private func index(of key: String) -> Int? {
    likely < members.count && members[likely].key == key
      ? likely : members.firstIndex { $0.key == key }
  }

  private mutating func take(_ key: String) -> JSON? {
    guard let index = index(of: key) else { return nil }
    isTaken[index] = true
    likely = index + 1
    return members[index].value
  }

  /// Notes what is wrong; of very many, the first.
  private mutating func note(_ reason: ContainerReadError) {
    if misreads.count < ContainerReadError.greatestCount { misreads.append(reason) }
  }

  /// Notes a member that has to be there and is not.
  private mutating func require(_ key: String) {
    guard index(of: key) == nil else { return }
    note(
      ContainerReadError("expected a member '\(key)', found none", mend: "add the member '\(key)'"))
  }

  /// Reads a single value, if it is there.
  private mutating func read<Value: Sendable>(
    _ key: String, _ make: (JSON) throws(Misread<Value>) -> Value
  ) -> Value? {
    guard let json = take(key) else { return nil }
    return value(of: json, at: key, make)
  }

  private mutating func value<Value: Sendable>(
    of json: JSON, at place: @autoclosure () -> String,
    _ make: (JSON) throws(Misread<Value>) -> Value
  ) -> Value? {
    do throws(Misread<Value>) {
      return try make(json)
    } catch {
      note(error.reason.inside(place()))
      return error.meant
    }
  }

  /// The elements of a list, if it is there and is one.
  private mutating func elements(_ key: String, of json: JSON) -> [JSON]? {
    guard case .array(let elements) = json else { return nil }
    if elements.isEmpty { emptyLists.append(key) }
    return elements
  }

  /// Reads a list of single values; one that stands alone is taken for a list of it.
  private mutating func readList<Value: Sendable>(
    _ key: String, _ make: (JSON) throws(Misread<Value>) -> Value
  ) -> [Value] {
    guard let json = take(key) else { return [] }
    guard let elements = elements(key, of: json) else {
      let text = json.singleText
      note(
        ContainerReadError(
          expected: "an array", found: json, meant: text.map { "[\($0.quoted)]" }
        ).inside(key))
      return text.flatMap { try? make(.string($0)) }.map { [$0] } ?? []
    }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      if let value = value(of: element, at: "\(key)[\(index)]", make) { values.append(value) }
    }
    return values
  }

  private static func text(_ json: JSON) throws(Misread<String>) -> String {
    guard case .string(let text) = json else {
      throw Misread(expected: "a string", found: json, meant: json.singleText, \.quoted)
    }
    return text
  }

  private func word<Value: Word>(_ json: JSON) throws(Misread<Value>) -> Value {
    func word(_ text: String) -> Value {
      Value(rawValue: form == .export ? text : Form.exportWord(fromAPI: text))
    }
    do throws(Misread<String>) {
      return word(try Self.text(json))
    } catch {
      throw Misread(reason: error.reason, meant: error.meant.map(word))
    }
  }

  package mutating func string(_ key: String, _ value: inout String) {
    require(key)
    value = read(key, Self.text) ?? value
  }

  package mutating func string(_ key: String, _ value: inout String?) {
    value = read(key, Self.text)
  }

  package mutating func longInteger(_ key: String, _ value: inout String?) {
    value = read(key) { json throws(Misread<String>) in
      if case .number(let number) = json, number.integer != nil { return number.text }
      return try Self.text(json)
    }
  }

  package mutating func boolean(_ key: String, _ value: inout Bool?) {
    value = read(key) { json throws(Misread<Bool>) in
      guard case .bool(let truth) = json else {
        throw Misread(
          expected: "true or false", found: json, meant: json.string.flatMap(Bool.init),
          \.description)
      }
      return truth
    }
  }

  package mutating func integer(_ key: String, _ value: inout Int?) {
    value = read(key) { json throws(Misread<Int>) in
      guard case .number(let number) = json else {
        throw Misread(
          expected: "a whole number", found: json, meant: json.string.flatMap { Int($0) },
          \.description)
      }
      guard let integer = number.integer else {
        throw Misread(
          reason: ContainerReadError("expected a whole number, found \(number.text)"), meant: nil)
      }
      return integer
    }
  }

  package mutating func strings(_ key: String, _ value: inout [String]) {
    value = readList(key, Self.text)
  }

  package mutating func word<Value: Word>(_ key: String, _ value: inout Value) {
    require(key)
    value = read(key, word) ?? value
  }

  package mutating func word<Value: Word>(_ key: String, _ value: inout Value?) {
    value = read(key, word)
  }

  package mutating func words<Value: Word>(_ key: String, _ value: inout [Value]) {
    value = readList(key, word)
  }

  package mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value) {
    require(key)
    if let json = take(key) { value = object(json, at: key) ?? value }
  }

  package mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value?) {
    value = take(key).flatMap { object($0, at: key) }
  }

  package mutating func objects<Value: JSONMapped>(_ key: String, _ value: inout [Value]) {
    value = []
    guard let json = take(key) else { return }
    guard let elements = elements(key, of: json) else {
      note(ContainerReadError(expected: "an array", found: json).inside(key))
      return
    }
    value.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      if let one: Value = object(element, at: "\(key)[\(index)]") { value.append(one) }
    }
  }

  private mutating func object<Value: JSONMapped>(
    _ json: JSON, at place: @autoclosure () -> String
  ) -> Value? {
    var inner: [ContainerReadError] = []
    let value = Value(json: json, form: form, depth: depth + 1, misreads: &inner)
    if !inner.isEmpty {
      let place = place()
      for reason in inner { note(reason.inside(place)) }
    }
    return value
  }
}

/// A single value that is not of the kind that it should be.
private struct Misread<Value: Sendable>: Error {
  let reason: ContainerReadError
  /// The value that is meant, where that is plain.
  let meant: Value?

  init(reason: ContainerReadError, meant: Value?) {
    self.reason = reason
    self.meant = meant
  }

  init(expected: String, found: JSON, meant: Value?, _ written: (Value) -> String) {
    self.init(
      reason: ContainerReadError(expected: expected, found: found, meant: meant.map(written)),
      meant: meant)
  }
}

extension JSON {
  /// The text of a single value.
  fileprivate var singleText: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number.text
    case .bool(let truth): truth.description
    case .null, .array, .object: nil
    }
  }
}

extension String {
  /// The text as JSON writes it.
  fileprivate var quoted: String { JSON.string(self).text(.compact) }
}
