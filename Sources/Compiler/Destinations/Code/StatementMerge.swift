/// Lines of several events in one tag: a line that all have runs for all, another only for those that have it.
struct StatementMerge {
  private struct Line {
    let statement: Statement
    var events: [Int]
  }

  private var merged: [Line] = []
  private let names: [String]

  /// - Parameter names: the name of each event, in the order of `events`.
  init(_ events: [[Statement]], names: [String]) {
    self.names = names
    var places: [Statement: Int] = [:]
    for (index, statements) in events.enumerated() {
      for statement in statements {
        if let place = places[statement] {
          if merged[place].events.last != index { merged[place].events.append(index) }
        } else {
          places[statement] = merged.count
          merged.append(Line(statement: statement, events: [index]))
        }
      }
    }
    let ordered = merged.enumerated().sorted {
      let (left, right) = ($0.element.statement, $1.element.statement)
      return (left.step, left.rank, $0.offset) < (right.step, right.rank, $1.offset)
    }
    merged = ordered.map(\.element)
  }

  /// Whether some line runs for some events only.
  var hasGuards: Bool { merged.contains { $0.events.count < names.count } }

  /// The lines of some steps, in order.
  func lines(where isWanted: (Member.Step) -> Bool) -> [String] {
    merged.filter { isWanted($0.statement.step) }.map { line in
      guard line.events.count < names.count else { return line.statement.code }
      let names = JavaScript.list(line.events.map { self.names[$0] })
      return "if (is(\(names))) \(line.statement.code)"
    }
  }
}
