/// Measured times, a row each.
struct FigureTable {
  private struct Row {
    let name: String
    let milliseconds: Double
    let bytes: Int
  }

  private var rows: [Row] = []

  /// Runs the work a few times and keeps the median.
  mutating func measure(_ name: String, runs: Int = 7, _ work: () -> Int) {
    let clock = ContinuousClock()
    var bytes = 0
    let times = (0..<runs).map { _ in
      let time = clock.measure { bytes = work() }
      return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
    }
    rows.append(Row(name: name, milliseconds: times.sorted()[runs / 2], bytes: bytes))
  }

  func print() {
    Swift.print("| what | median | output |")
    Swift.print("| --- | ---: | ---: |")
    for row in rows {
      let time = (row.milliseconds * 100).rounded() / 100
      Swift.print("| \(row.name) | \(time) ms | \(row.bytes) B |")
    }
  }
}
