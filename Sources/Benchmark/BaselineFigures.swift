import Foundation
import TagManager

/// The speed of this state beside that of an earlier one, whose executable `TAGWRIGHT_BASELINE` names: run by run in turn, so
/// that a machine which slows down slows both.
enum BaselineFigures {
  private static let count = 20_000
  private static let runs = 7

  static func measure(_ table: inout FigureTable) {
    guard let path = ProcessInfo.processInfo.environment["TAGWRIGHT_BASELINE"] else {
      return table.note(
        "No earlier state was compared: 'TAGWRIGHT_BASELINE' names the executable of one.")
    }
    let log = ShopMix.lines(count).reduce(into: [UInt8]()) { $0 += $1 + [0x0A] }
    guard let tool = Machine.siblingExecutable("tagwright"), let export = ReplayFigures.export(),
      let files = Machine.temporaryFiles([log, export.bytes])
    else { return table.note("No earlier state was compared: 'swift build -c release' first.") }
    let arguments = [
      "simulate", "--hits", files[0], "--container", files[1], "--format", "summary",
    ]
    let tools = [tool, URL(fileURLWithPath: path)]
    var times: [[Double]] = [[], []]
    for _ in 0..<runs {
      for (index, tool) in tools.enumerated() {
        times[index].append(
          FigureTable.milliseconds { _ = Machine.run(tool, arguments) })
      }
    }
    Machine.remove(files)
    let ratios = zip(times[1], times[0]).map { $0 / $1 }.sorted()
    table.note(
      "\(count) hits that a shop has, whole process: \(FigureTable.rounded(ratios[runs / 2])) times as many a second as the earlier state (\(FigureTable.rounded(ratios[0])) to \(FigureTable.rounded(ratios[runs - 1])) in \(runs) pairs)."
    )
  }
}
