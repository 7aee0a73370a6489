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
  ///
  /// - Parameter repetitions: how often the work is done for one time, which is divided by it.
  /// - Returns: the median, in milliseconds.
  @discardableResult
  mutating func measure(
    _ name: String, runs: Int = 7, repetitions: Int = 1, _ work: () -> Int
  ) -> Double {
    var bytes = 0
    let times = (0..<runs).map { _ in
      Self.milliseconds {
        for _ in 0..<repetitions { bytes = work() }
      } / Double(repetitions)
    }
    let median = times.sorted()[runs / 2]
    rows.append(Row(name: name, milliseconds: median, bytes: bytes))
    return median
  }

  /// A line below the table.
  mutating func note(_ text: String) { notes.append(text) }

  func print() {
    Swift.print("| what | median | output | MB/s |")
    Swift.print("| --- | ---: | ---: | ---: |")
    for row in rows {
      let speed = row.bytes > 0 ? String(Int(Double(row.bytes) / row.milliseconds / 1_000)) : ""
      let output = row.bytes < 0 ? "failed" : row.bytes == 0 ? "" : "\(row.bytes) B"
      Swift.print("| \(row.name) | \(Self.text(row.milliseconds)) | \(output) | \(speed) |")
    }
    for note in notes { Swift.print("\n\(note)") }
  }

  /// Returns the time that work takes, in milliseconds.
  static func milliseconds(_ work: () -> Void) -> Double {
    let time = ContinuousClock().measure(work)
    return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
  }

  /// A number with two decimal places.
  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  private static func text(_ milliseconds: Double) -> String {
    milliseconds < 1
      ? "\(rounded(milliseconds * 1_000)) µs" : "\(rounded(milliseconds)) ms"
  }
}
