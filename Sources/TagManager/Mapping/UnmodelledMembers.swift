package import JSONText

/// Collects the members that the model does not know, of a value and of everything inside it.
package struct UnmodelledMembers: MemberMap {
  /// A member, and the object that it is in.
  package struct Found: Hashable, Sendable {
    /// The way from the value to the object: keys, those of parameters, or numbers of elements, such as `parameter`, `map`,
    /// `list`, `0`; empty for the value itself.
    package let path: [String]
    /// The key.
    package let key: String
    /// The value.
    package let value: JSON
  }

  package typealias Failure = Never

  /// The members, outer ones first.
  package private(set) var found: [Found] = []
  private let path: [String]

  /// Looks through a value.
  package init(of value: some JSONMapped) { self.init(of: value, at: []) }

  private init(of value: some JSONMapped, at path: [String]) {
    self.path = path
    found = value.unmodelled.members.map { Found(path: path, key: $0.key, value: $0.value) }
    var value = value
    value.map(&self)
  }

  private mutating func add(_ value: some JSONMapped, _ steps: String...) {
    found += UnmodelledMembers(of: value, at: path + steps).found
  }

  package mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value) {
    add(value, key)
  }

  package mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value?) {
    if let value { add(value, key) }
  }

  package mutating func objects<Value: JSONMapped>(_ key: String, _ value: inout [Value]) {
    for (index, element) in value.enumerated() {
      add(element, key, (element as? Parameter)?.key ?? String(index))
    }
  }

  package mutating func string(_ key: String, _ value: inout String) {}
  package mutating func string(_ key: String, _ value: inout String?) {}
  package mutating func longInteger(_ key: String, _ value: inout String?) {}
  package mutating func boolean(_ key: String, _ value: inout Bool?) {}
  package mutating func integer(_ key: String, _ value: inout Int?) {}
  package mutating func strings(_ key: String, _ value: inout [String]) {}
  package mutating func word<Value: Word>(_ key: String, _ value: inout Value) {}
  package mutating func word<Value: Word>(_ key: String, _ value: inout Value?) {}
  package mutating func words<Value: Word>(_ key: String, _ value: inout [Value]) {}
}
