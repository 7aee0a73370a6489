import Diagnostics
import JSONText
import SandboxedJS
import Simulator

/// The result of `simulate`, printed while the hits come in.
struct SimulationReport {
  private let format: String
  private let console: Console
  private(set) var summary = SimulationSummary()
  private var page = SimulationPage()

  /// Hits between two lines that tell how far the work is.
  private static let stride = 10_000

  init(format: String, console: Console) {
    self.format = format
    self.console = console
  }

  /// What came of a hit.
  mutating func add(_ result: HitResult, hit: Simulator.Hit, number: Int) {
    if result.clientName == nil, hit.isIncidental { return }
    summary.add(result)
    for line in result.logs where format != "json" { console.report(line.withVisibleControls) }
    if result.clientName == nil {
      let request = "\(hit.request.method) \(hit.request.path)"
      error("hit \(number): no client claims the request '\(request)'")
    }
    for event in result.events {
      switch format {
      case "json": console.print(event.json.text(.compact))
      case "html": page.add(event, number: number)
      default: console.print(event.text(console.outputStyle))
      }
    }
    tellProgress()
  }

  /// A hit that could not be read.
  mutating func add(_ problem: HitError, number: Int) {
    summary.addDamaged()
    error("hit \(number): \(problem.message)")
    tellProgress()
  }

  /// Everything is done.
  func end(isSingle: Bool) {
    if format == "html" { console.print(page.html) }
    if !isSingle { console.report(summary.text.withVisibleControlsInLines) }
  }

  private func error(_ message: String) {
    console.report("\(console.style.word("error")): \(message.withVisibleControls)")
  }

  private func tellProgress() {
    guard console.style == .coloured, summary.hits.isMultiple(of: Self.stride) else { return }
    console.report("\(summary.hits) hits")
  }
}

extension String {
  fileprivate var withVisibleControlsInLines: String {
    split(separator: "\n").map { String($0).withVisibleControls }.joined(separator: "\n")
  }
}
