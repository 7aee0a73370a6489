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
  private let awaited: AwaitedEvents
  private var unknownNames: Set<String> = []

  /// Hits between two lines that tell how far the work is.
  private static let stride = 10_000

  /// - Parameter heading: the first lines of an HTML page.
  init(
    _ container: ContainerProgram, format: SimulationFormat, heading: PageHeading, console: Console
  ) {
    let destinations = TagDestinations(container)
    page = SimulationPage(heading) { _, tag in destinations.name(of: tag) }
    awaited = AwaitedEvents(container)
    self.format = format
    self.console = console
  }

  /// Adds the result of a hit.
  mutating func add(_ hit: SimulatedHit) {
    switch hit.outcome {
    case .blank: return
    case .damaged(let problem):
      summary.addDamaged()
      report(problem.message, of: hit)
    case .setApart(let remainder, let format): summary.add(remainder, of: format)
    case .claimed(let result, let format, let hasUnknownCookies):
      summary.add(format: format, hasUnknownCookies: hasUnknownCookies)
      add(result, of: hit)
    case .unclaimed(let result, let request):
      add(result, of: hit)
      report("no client claims the request '\(request)'", of: hit)
    }
    guard console.isWatched, summary.hits.isMultiple(of: Self.stride) else { return }
    console.report("\(summary.hits) hits")
  }

  private mutating func add(_ result: HitResult, of hit: SimulatedHit) {
    summary.add(result, hit.remarks)
    for note in result.notes {
      console.report("\(console.style.word("note")): \(hit.origin): \(note)".withVisibleControls)
    }
    for line in result.logs where format != .json { console.report(line.withVisibleControls) }
    for event in result.events {
      guard let note = awaited.misspelling(of: event),
        unknownNames.insert(event.eventName).inserted
      else { continue }
      console.report("\(console.style.word("note")): \(hit.origin): \(note)".withVisibleControls)
    }
    if format == .html {
      for (event, remarks) in zip(result.events, hit.remarks) {
        page.add(
          PageEntry(
            name: event.eventName, from: hit.origin,
            halves: [
              .init(.server, event, by: "client '\(event.clientName)'", notes: remarks.texts)
            ]))
      }
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
    if format == .html {
      page.add(PageEntry(name: "no event", from: hit.origin, problems: [problem]))
    }
    let message = "\(hit.origin): \(problem)".withVisibleControls
    console.report("\(console.style.word("error")): \(message)")
  }
}

extension String {
  fileprivate var withVisibleControlsInLines: String {
    split(separator: "\n").map { String($0).withVisibleControls }.joined(separator: "\n")
  }
}
