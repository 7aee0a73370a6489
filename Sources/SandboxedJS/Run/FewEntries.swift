/// A dictionary of a handful of entries, which are found sooner one by one than by a hash.
struct FewEntries<Key: Equatable, Content> {
  private var entries: [(key: Key, content: Content)] = []

  var count: Int { entries.count }

  subscript(key: Key) -> Content? {
    get { entries.first { $0.key == key }?.content }
    set {
      if let place = entries.firstIndex(where: { $0.key == key }) { entries.remove(at: place) }
      if let newValue { entries.append((key, newValue)) }
    }
  }

  /// Adds an entry whose key is not in yet.
  mutating func add(_ content: Content, for key: Key) {
    if entries.isEmpty { entries.reserveCapacity(16) }
    entries.append((key, content))
  }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }
}
