package import JSONText
import Parallel

/// Prints the properties of a value as the members of an object.
package struct MemberWriter: MemberMap {
  /// The members so far.
  package private(set) var members: [JSONObject.Member] = []
  private let unmodelled: Unmodelled
  private let form: Form

  /// So many objects are worth the work of all processors.
  private static let many = 100

  init(_ unmodelled: Unmodelled, form: Form) {
    self.unmodelled = unmodelled
    self.form = form
    appendUnmodelled(after: nil)
  }

  private mutating func appendUnmodelled(after key: String?) {
    for member in unmodelled.members where member.previousKey == key {
      members.append(JSONObject.Member(member.key, member.value))
    }
  }

  /// Appends a member, if it is there, then what stood behind it in the file.
  private mutating func append(_ key: String, _ value: JSON?) {
    if let value { members.append(JSONObject.Member(key, value)) }
    appendUnmodelled(after: key)
  }

  private mutating func append(_ key: String, list: [JSON]) {
    let isPrinted = !list.isEmpty || unmodelled.emptyLists.contains(key)
    append(key, isPrinted ? .array(list) : nil)
  }

  private func text(_ word: some Word) -> JSON {
    .string(form == .export ? word.rawValue : Form.apiWord(fromExport: word.rawValue))
  }

  package mutating func string(_ key: String, _ value: inout String) {
    append(key, .string(value))
  }

  package mutating func string(_ key: String, _ value: inout String?) {
    append(key, value.map { .string($0) })
  }

  package mutating func longInteger(_ key: String, _ value: inout String?) {
    string(key, &value)
  }

  package mutating func boolean(_ key: String, _ value: inout Bool?) {
    append(key, value.map { .bool($0) })
  }

  package mutating func integer(_ key: String, _ value: inout Int?) {
    append(key, value.map { .number(JSONNumber($0)) })
  }

  package mutating func strings(_ key: String, _ value: inout [String]) {
    append(key, list: value.map { .string($0) })
  }

  package mutating func word<Value: Word>(_ key: String, _ value: inout Value) {
    append(key, text(value))
  }

  package mutating func word<Value: Word>(_ key: String, _ value: inout Value?) {
    append(key, value.map(text))
  }

  package mutating func words<Value: Word>(_ key: String, _ value: inout [Value]) {
    append(key, list: value.map(text))
  }

  package mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value) {
    append(key, value.json(form))
  }

  package mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value?) {
    append(key, value?.json(form))
  }

  package mutating func objects<Value: JSONMapped>(_ key: String, _ value: inout [Value]) {
    // Most lists are empty, and the few long ones are those of a container's entities.
    guard !value.isEmpty else { return append(key, list: []) }
    append(
      key,
      list: value.count < Self.many
        ? value.map { $0.json(form) } : value.mapConcurrently { [form] in $0.json(form) })
  }
}
