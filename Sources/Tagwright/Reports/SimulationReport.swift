import Diagnostics
import JSONText
import Simulator

/// The result of `simulate`, printed while the hits come in.
struct SimulationReport {
  private let format: SimulationFormat
  private let console: Console
  private(set) var summary = SimulationSummary()
  private var page = SimulationPage()

  /// Hits between two lines that tell how far the work is.
  private static let stride = 10_000

  init(format: SimulationFormat, console: Console) {
    self.format = format
    self.console = console
  }

  /// What came of a hit.
  mutating func add(_ hit: SimulatedHit) {
    switch hit.outcome {
    case .blank: return
    case .damaged(let problem):
      summary.addDamaged()
      report(problem.message, of: hit)
    case .claimed(let result): add(result, of: hit)
    case .unclaimed(let result, let request):
      add(result, of: hit)
      report("no client claims the request '\(request)'", of: hit)
    }
    guard console.isWatched, summary.hits.isMultiple(of: Self.stride) else { return }
    console.report("\(summary.hits) hits")
  }

  private mutating func add(_ result: HitResult, of hit: SimulatedHit) {
    summary.add(result)
    for line in result.logs where format != .json { console.report(line.withVisibleControls) }
    if format == .html {
      for event in result.events { page.add(event, number: hit.number) }
    }
    for text in hit.texts { console.print(text) }
  }

  /// Everything is done.
  func end(isSingle: Bool) {
    if format == .html { console.print(page.html) }
    let text = summary.text.withVisibleControlsInLines
    if format == .summary {
      console.print(text)
    } else if !isSingle {
      console.report(text)
    }
  }

  private mutating func report(_ problem: String, of hit: SimulatedHit) {
    if format == .html { page.add(problem: problem, number: hit.number) }
    let message = "hit \(hit.number): \(problem)".withVisibleControls
    console.report("\(console.style.word("error")): \(message)")
  }
}

extension String {
  fileprivate var withVisibleControlsInLines: String {
    split(separator: "\n").map { String($0).withVisibleControls }.joined(separator: "\n")
  }
}
