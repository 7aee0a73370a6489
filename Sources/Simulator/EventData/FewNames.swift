/// A few dozen names, of which most are new: tells those that are from those that may not be.
struct FewNames {
  /// So many are worth it.
  static let most = 64

  private var marks: UInt64 = 0

  /// Notes a name, and returns whether it may have been noted before.
  mutating func note(_ name: String) -> Bool {
    let name = name.utf8
    var mark = name.count
    if let first = name.first, let last = name.last {
      mark = mark &* 7 &+ Int(first) &* 31 &+ Int(last) &* 13
      mark = mark &+ Int(name[name.index(name.startIndex, offsetBy: name.count / 2)]) &* 5
    }
    let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: mark & 63)
    defer { marks |= bit }
    return marks & bit != 0
  }
}
