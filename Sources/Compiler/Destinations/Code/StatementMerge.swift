/// Lines of several events in one tag: a line that all have runs for all, another only for those that have it.
struct StatementMerge {
  private struct Line {
    let statement: Statement
    var events: [Int]
  }

  /// Lines that run for the same events, one after the other; those of one list of candidates are one.
  private struct Block {
    let events: [Int]
    private var calls: [(code: String, candidates: [String])] = []

    init(of line: Line) {
      events = line.events
      add(line.statement)
    }

    mutating func add(_ statement: Statement) {
      let candidates = [statement.candidate].compactMap(\.self)
      if let last = calls.last, !candidates.isEmpty, last.code == statement.code {
        calls[calls.count - 1].candidates += candidates
      } else {
        calls.append((statement.code, candidates))
      }
    }

    var lines: [String] {
      calls.map { code, candidates in
        candidates.isEmpty ? code : "\(code)[\(candidates.joined(separator: ", "))]);"
      }
    }
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

  /// The lines of some steps: each event's own in their order.
  func lines(where isWanted: (Member.Step) -> Bool) -> [String] {
    blocks(where: isWanted).flatMap { block -> [String] in
      let lines = block.lines
      guard block.events.count < names.count else { return lines }
      let condition = "if (is(\(JavaScript.list(block.events.map { names[$0] }))))"
      return lines.count == 1
        ? ["\(condition) \(lines[0])"] : ["\(condition) {"] + lines.map { "  \($0)" } + ["}"]
    }
  }

  /// A line joins an earlier block of its events, unless a block between has a line for one of them.
  private func blocks(where isWanted: (Member.Step) -> Bool) -> [Block] {
    var blocks: [Block] = []
    var lastOfEvent = [Int?](repeating: nil, count: names.count)
    for line in merged where isWanted(line.statement.step) {
      if let last = line.events.compactMap({ lastOfEvent[$0] }).max(),
        blocks[last].events == line.events
      {
        blocks[last].add(line.statement)
        continue
      }
      for event in line.events { lastOfEvent[event] = blocks.count }
      blocks.append(Block(of: line))
    }
    return blocks
  }
}
