import Compiler
import Diagnostics
import JSONText
import Pages
import Simulator

/// The result of `simulate`, printed while the hits come in.
struct SimulationReport {
  private let format: SimulationFormat
  private let console: Console
  private(set) var summary = SimulationSummary()
  private var page: SimulationPage
  private var unknownNames: Set<String> = []

  /// Hits between two lines that tell how far the work is.
  private static let stride = 10_000

  /// - Parameter heading: the first lines of an HTML page.
  init(
    _ container: ContainerProgram, format: SimulationFormat, heading: PageHeading, console: Console
  ) {
    let destinations = TagDestinations(container)
    page = SimulationPage(heading) { _, tag in destinations.name(of: tag) }
    self.format = format
    self.console = console
  }

  /// Adds the results of further hits.
  mutating func add(_ share: SimulatedShare) {
    let count = summary.hits / Self.stride
    summary += share.summary
    for output in share.outputs {
      switch output {
      case .text(let text): console.print(text)
      case .line(let line): console.report(line)
      case .unknownName(let name, let line):
        if unknownNames.insert(name).inserted { console.report(line) }
      case .entry(let entry): page.add(entry)
      }
    }
    if console.isWatched, summary.hits / Self.stride > count {
      console.report("\(summary.hits / Self.stride * Self.stride) hits")
    }
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
}

extension String {
  fileprivate var withVisibleControlsInLines: String {
    split(separator: "\n").map { String($0).withVisibleControls }.joined(separator: "\n")
  }
}
