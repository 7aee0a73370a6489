/// Measured times, a row each.
struct FigureTable {
  private struct Row {
    let name: String
    let milliseconds: Double
    let bytes: Int
  }

  private var rows: [Row] = []
  private var notes: [String] = []

  /// Runs work a few times and keeps the median; the work says how many bytes it made, or -1 if it failed.
  mutating func measure(_ name: String, runs: Int = 7, _ work: () -> Int) {
    let clock = ContinuousClock()
    var bytes = 0
    let times = (0..<runs).map { _ in
      let time = clock.measure { bytes = work() }
      return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
    }
    rows.append(Row(name: name, milliseconds: times.sorted()[runs / 2], bytes: bytes))
  }

  /// A line below the table.
  mutating func note(_ text: String) { notes.append(text) }

  func print() {
    Swift.print("| what | median | output | MB/s |")
    Swift.print("| --- | ---: | ---: | ---: |")
    for row in rows {
      let speed = row.bytes > 0 ? String(Int(Double(row.bytes) / row.milliseconds / 1_000)) : ""
      let output = row.bytes < 0 ? "failed" : row.bytes == 0 ? "" : "\(row.bytes) B"
      Swift.print("| \(row.name) | \(Self.rounded(row.milliseconds)) ms | \(output) | \(speed) |")
    }
    for note in notes { Swift.print("\n\(note)") }
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
