/// A few dozen names, of which most are new: tells those that are from those that may not be.
struct FewNames {
  /// So many are worth it.
  static let most = 64

  private var marks: UInt64 = 0

  /// Notes a name, and returns whether it may have been noted before.
  mutating func note(_ name: String) -> Bool {
    name.utf8.withContiguousStorageIfAvailable { note($0) } ?? true
  }

  private mutating func note(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var mark = name.count
    if mark > 0 {
      mark = mark &* 7 &+ Int(name[0]) &* 31 &+ Int(name[mark - 1]) &* 13
      mark = mark &+ Int(name[name.count / 2]) &* 5
    }
    let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: mark & 63)
    defer { marks |= bit }
    return marks & bit != 0
  }
}
