import JSONText
import SandboxedJS

extension [ScriptValue.Member] {
  /// Sets a member, in the place of one with the same key.
  mutating func set(_ key: String, _ value: ScriptValue) {
    if let index = firstIndex(where: { $0.key.isExactly(key) }) {
      self[index] = .init(key, value)
    } else {
      append(.init(key, value))
    }
  }

  /// Sets the value at a path of keys, making the objects on the way; what is no object there gives way.
  ///
  /// For members that come flattened, such as `user_data.address.city`. Evidence: hits with
  /// `ep.user_data.address.first_name`; a public description says that such members are put together again. A member
  /// with an index, `email.0`, makes an object with index keys, which was seen in event data.
  mutating func set(_ value: ScriptValue, at path: ArraySlice<Substring>) {
    guard let first = path.first else { return }
    let key = String(first)
    guard path.count > 1 else { return set(key, value) }
    var inner: [ScriptValue.Member] = []
    if case .object(let existing)? = self.first(where: { $0.key.isExactly(key) })?.value {
      inner = existing
    }
    inner.set(value, at: path.dropFirst())
    set(key, .object(inner))
  }
}
