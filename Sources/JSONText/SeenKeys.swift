/// The keys that an object has had so far: compared one by one while they are few, then hashed.
struct SeenKeys {
  /// A key that equals another only byte for byte: JSON does not know canonical equivalence.
  private struct ExactKey: Hashable {
    let text: String

    static func == (left: ExactKey, right: ExactKey) -> Bool { left.text.isExactly(right.text) }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private var places: [ExactKey: Int] = [:]

  /// The index of the member that has this key; where none has it, the key is expected to be appended.
  ///
  /// - Parameter first: where the object's own members begin.
  mutating func index(
    of key: String, in members: borrowing MovingStack<JSONObject.Member>, from first: Int
  ) -> Int? {
    guard members.count - first >= 16 else {
      return members.firstIndex(from: first) { $0.key.isExactly(key) }
    }
    if places.isEmpty {
      for index in first..<members.count { places[ExactKey(text: members[index].key)] = index }
    }
    let place = places[ExactKey(text: key)]
    if place == nil { places[ExactKey(text: key)] = members.count }
    return place
  }
}
