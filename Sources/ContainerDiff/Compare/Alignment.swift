/// Finds what two sequences have in common, in order: Myers' shortest edit, with a bound on the work.
///
/// Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986.
struct Alignment {
  /// The elements that both have, as pairs of places in ascending order.
  let pairs: [(old: Int, new: Int)]

  /// More edits than this are not told apart: the middle part counts as replaced whole.
  private static let greatestEdit = 600

  /// Aligns numbers that stand for elements.
  init(_ old: [Int], _ new: [Int]) {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    var pairs = (0..<start).map { (old: $0, new: $0) }
    let middle = Self.middle(
      old[start..<(old.count - end)], new[start..<(new.count - end)])
    pairs += middle
    pairs += (0..<end).map { (old: old.count - end + $0, new: new.count - end + $0) }
    self.pairs = pairs
  }

  /// The pairs of two slices that begin and end differently.
  private static func middle(
    _ old: ArraySlice<Int>, _ new: ArraySlice<Int>
  ) -> [(old: Int, new: Int)] {
    guard !old.isEmpty, !new.isEmpty else { return [] }
    let limit = min(greatestEdit, old.count + new.count)
    /// The farthest point of each diagonal, by its number plus `limit + 1`.
    var reach = [Int](repeating: 0, count: 2 * limit + 3)
    var trace: [[Int]] = []
    for edits in 0...limit {
      trace.append(Array(reach[(limit + 1 - edits)...(limit + 1 + edits)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let place = diagonal + limit + 1
        let isDown =
          diagonal == -edits || diagonal != edits && reach[place - 1] < reach[place + 1]
        var x = isDown ? reach[place + 1] : reach[place - 1] + 1
        var y = x - diagonal
        while x < old.count, y < new.count, y >= 0,
          old[old.startIndex + x] == new[new.startIndex + y]
        {
          x += 1
          y += 1
        }
        reach[place] = x
        if x >= old.count, y >= new.count {
          return backtrack(trace, old, new)
        }
      }
    }
    return []
  }

  private static func backtrack(
    _ trace: [[Int]], _ old: ArraySlice<Int>, _ new: ArraySlice<Int>
  ) -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    var x = old.count
    var y = new.count
    for edits in stride(from: trace.count - 1, through: 0, by: -1) {
      let reach = trace[edits]
      func reached(_ diagonal: Int) -> Int {
        let place = diagonal + edits
        return reach.indices.contains(place) ? reach[place] : -1
      }
      let diagonal = x - y
      let isDown =
        diagonal == -edits
        || diagonal != edits && reached(diagonal - 1) < reached(diagonal + 1)
      let previous = isDown ? diagonal + 1 : diagonal - 1
      let previousX = edits == 0 ? 0 : reached(previous)
      let previousY = edits == 0 ? 0 : previousX - previous
      while x > previousX, y > previousY, x > 0, y > 0 {
        x -= 1
        y -= 1
        pairs.append((old: old.startIndex + x, new: new.startIndex + y))
      }
      x = previousX
      y = previousY
    }
    return pairs.reversed()
  }
}
