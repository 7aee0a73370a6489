/// The data of an event, of which the variables and templates of a container read one member after the other.
package final class EventData: Sendable {
  /// An object; `undefined` where there is no event.
  package let value: ScriptValue
  private let members: [ScriptValue.Member]
  private let places: KeyPlaces?

  package init(_ value: ScriptValue) {
    self.value = value
    if case .object(let members) = value { self.members = members } else { members = [] }
    let members = members
    places =
      members.count <= KeyPlaces.most
      ? KeyPlaces(count: members.count) { members[$0].key } : nil
  }

  /// The value of a member, if it is an object that has it.
  package subscript(key: String) -> ScriptValue? {
    guard let places else { return value[key] }
    return places.place(of: key) { members[$0].key }.map { members[$0].value }
  }

  /// The value at a path such as `items.0.price`; `nil` where there is none.
  package func value(at path: String) -> ScriptValue? {
    // A key may itself have a dot.
    if let value = self[path] { return value }
    guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    return self[String(path[..<dot])]?.value(along: path[path.utf8.index(after: dot)...])
  }
}

extension ScriptValue {
  /// The value at a path such as `items.0.price`; `nil` where there is none.
  package func value(at path: String) -> ScriptValue? {
    // A key may itself have a dot.
    self[path] ?? value(along: path[...])
  }

  /// The value at a path of which each part is a key or an index.
  fileprivate func value(along path: Substring) -> ScriptValue? {
    var (value, rest) = (self, path.utf8)
    while true {
      let dot = rest.firstIndex(of: UInt8(ascii: "."))
      let part = String(Substring(rest[..<(dot ?? rest.endIndex)]))
      switch value {
      case .object:
        guard let next = value[part] else { return nil }
        value = next
      case .array(let elements):
        guard let index = Int(part), elements.indices.contains(index) else { return nil }
        value = elements[index]
      default: return nil
      }
      guard let dot else { return value }
      rest = rest[rest.index(after: dot)...]
    }
  }
}
