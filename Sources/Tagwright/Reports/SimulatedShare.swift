import Diagnostics
import Pages
import Simulator

/// The results of some hits that follow each other, counted and printed by the processor that ran them.
struct SimulatedShare: Sendable {
  /// Something that a person gets to see, in the order of the hits.
  enum Output: Sendable {
    /// An event on standard output.
    case text(String)
    /// A line on standard error.
    case line(String)
    /// The same, once for a name.
    case unknownName(String, line: String)
    /// An entry of the page.
    case entry(PageEntry)
  }

  private(set) var summary = SimulationSummary()
  private(set) var outputs: [Output] = []
  private let format: SimulationFormat
  private let style: SeverityStyle

  init(_ format: SimulationFormat, _ style: SeverityStyle) {
    self.format = format
    self.style = style
  }

  /// Adds the result of a hit.
  mutating func add(_ hit: SimulatedHit, _ awaited: AwaitedEvents) {
    switch hit.outcome {
    case .blank: return
    case .damaged(let problem):
      summary.addDamaged()
      report(problem.message, of: hit)
    case .setApart(let remainder, let format): summary.add(remainder, of: format)
    case .claimed(let result, let format, let hasUnknownCookies):
      summary.add(format: format, hasUnknownCookies: hasUnknownCookies)
      add(result, of: hit, awaited)
    case .unclaimed(let result, let request):
      add(result, of: hit, awaited)
      report("no client claims the request '\(request)'", of: hit)
    }
  }

  private mutating func add(_ result: HitResult, of hit: SimulatedHit, _ awaited: AwaitedEvents) {
    summary.add(result, hit.remarks)
    for note in result.notes { outputs.append(.line(line("note", note, of: hit))) }
    for text in result.logs where format != .json {
      outputs.append(.line(text.withVisibleControls))
    }
    for event in result.events {
      guard let note = awaited.misspelling(of: event) else { continue }
      outputs.append(.unknownName(event.eventName, line: line("note", note, of: hit)))
    }
    if format == .html {
      for (event, remarks) in zip(result.events, hit.remarks) {
        outputs.append(
          .entry(
            PageEntry(
              name: event.eventName, from: hit.origin,
              halves: [
                .init(.server, event, by: "client '\(event.clientName)'", notes: remarks.texts)
              ])))
      }
    }
    outputs += hit.texts.map { .text($0) }
  }

  private mutating func report(_ problem: String, of hit: SimulatedHit) {
    if format == .html {
      outputs.append(.entry(PageEntry(name: "no event", from: hit.origin, problems: [problem])))
    }
    outputs.append(.line(line("error", problem, of: hit)))
  }

  private func line(_ severity: String, _ text: String, of hit: SimulatedHit) -> String {
    "\(style.word(severity)): " + "\(hit.origin): \(text)".withVisibleControls
  }
}
