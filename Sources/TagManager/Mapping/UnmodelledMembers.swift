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
    /// The keys that the model knows in that object.
    package let known: [String]
  }

  package typealias Failure = Never

  /// The members, outer ones first.
  package private(set) var found: [Found] = []
  private let path: [String]
  /// The keys that the model knows, where they are asked for.
  private var known: [String]?

  /// Looks through a value.
  package init(of value: some JSONMapped) { self.init(of: value, at: []) }

  private init(of value: some JSONMapped, at path: [String]) {
    self.path = path
    let unmodelled = value.unmodelled.members
    known = unmodelled.isEmpty ? nil : []
    var value = value
    value.map(&self)
    let known = known ?? []
    found.insert(
      contentsOf: unmodelled.map {
        Found(path: path, key: $0.key, value: $0.value, known: known)
      }, at: 0)
  }

  private mutating func add(_ value: some JSONMapped, _ steps: String...) {
    found += UnmodelledMembers(of: value, at: path + steps).found
  }

  package mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value) {
    known?.append(key)
    add(value, key)
  }

  package mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value?) {
    known?.append(key)
    if let value { add(value, key) }
  }

  package mutating func objects<Value: JSONMapped>(_ key: String, _ value: inout [Value]) {
    known?.append(key)
    for (index, element) in value.enumerated() {
      add(element, key, (element as? Parameter)?.key ?? String(index))
    }
  }

  package mutating func string(_ key: String, _ value: inout String) { known?.append(key) }
  package mutating func string(_ key: String, _ value: inout String?) { known?.append(key) }
  package mutating func longInteger(_ key: String, _ value: inout String?) { known?.append(key) }
  package mutating func boolean(_ key: String, _ value: inout Bool?) { known?.append(key) }
  package mutating func integer(_ key: String, _ value: inout Int?) { known?.append(key) }
  package mutating func strings(_ key: String, _ value: inout [String]) { known?.append(key) }
  package mutating func word<Value: Word>(_ key: String, _ value: inout Value) {
    known?.append(key)
  }
  package mutating func word<Value: Word>(_ key: String, _ value: inout Value?) {
    known?.append(key)
  }
  package mutating func words<Value: Word>(_ key: String, _ value: inout [Value]) {
    known?.append(key)
  }
}
