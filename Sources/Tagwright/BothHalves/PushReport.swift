import Compiler
import Diagnostics
import JSONText
import Pages
import SandboxedJS
import Simulator

/// The result of `simulate --push`: each event on the page, then the server, then what destinations count.
struct PushReport {
  let events: [BrowserAndServer.Event]
  /// The containers that they went through.
  let halves: BrowserAndServer
  /// The containers' common title: the name of the plan, or of a file.
  let title: String

  /// Names of pushed events that nothing waits for and that are nearly those of others, in words.
  var misspellings: [String] {
    let names = AwaitedEvents(halves.simulation.web.container)
    return events.compactMap { event in
      guard let push = event.event.push else { return nil }
      return names.misspelling(of: event.event.page).map { "push \(push): \($0)" }
    }
  }

  /// Whether no code failed, every hit was claimed, nothing is counted twice and nothing is lost.
  var isClean: Bool {
    events.allSatisfy { event in
      let results =
        event.event.page.tags + event.event.hits.flatMap(\.events).flatMap(\.tags)
      return !event.verdicts.contains(where: \.isFault)
        && event.event.hits.allSatisfy { $0.clientName != nil }
        && results.allSatisfy { tag in
          if case .error? = tag.outcome { false } else { true }
        }
    }
  }

  func print(_ format: SimulationFormat, to console: Console) {
    switch format {
    case .text: for event in notable { console.print(text(event, console.outputStyle)) }
    case .json: for event in notable { console.print(json(event).text(.compact)) }
    case .html: console.print(html)
    case .summary: console.print(summary)
    }
  }

  private var notable: [BrowserAndServer.Event] { events.filter(\.event.isNotable) }

  // MARK: Text

  private func text(_ event: BrowserAndServer.Event, _ style: SeverityStyle) -> String {
    let page = event.event
    var lines = [
      "\(page.page.eventName) (\(page.origin), page '\(page.url)')".withVisibleControls
    ]
    lines += body(page.page, style)
    for hit in page.hits {
      if let problem = hit.problem {
        lines.append("  \(style.word("error")): \(problem.withVisibleControls)")
      }
      for result in hit.events {
        lines.append(
          "  server: \(result.eventName) (client '\(result.clientName)')".withVisibleControls)
        lines += body(result, style, halves.remarks(on: result)).map { "  " + $0 }
      }
    }
    for verdict in event.verdicts {
      let text = verdict.text.withVisibleControls
      lines.append(verdict.isFault ? "  \(style.word("error")): \(text)" : "  \(text)")
    }
    return lines.joined(separator: "\n")
  }

  /// The tags of an event, without its heading.
  private func body(
    _ result: EventResult, _ style: SeverityStyle, _ remarks: EventRemarks? = nil
  ) -> [String] {
    result.withoutOtherEvents
      .text(style, remarks, showsSettings: halves.simulation.web.recordsVariables)
      .split(separator: "\n", omittingEmptySubsequences: false).dropFirst().map(String.init)
  }

  // MARK: Summary

  private var summary: String {
    var (browser, server) = (SimulationSummary(), SimulationSummary())
    for event in events {
      browser.add(event.event.page)
      for hit in event.event.hits {
        switch hit.result {
        case .success(let result): server.add(result, result.events.map(halves.remarks))
        case .failure: server.addDamaged()
        }
      }
    }
    let counts = Dictionary(grouping: events.flatMap(\.verdicts)) { "\($0.service) \($0.name)" }
      .map { "\($0.key): counted \($0.value.reduce(0) { $0 + $1.count })" }.sorted()
    return (["browser: \(browser.text)", "server: \(server.text)"] + counts)
      .joined(separator: "\n")
  }

  // MARK: JSON

  private func json(_ event: BrowserAndServer.Event) -> JSON {
    let page = event.event
    return [
      "page": .string(page.url),
      "push": page.push.map { .number(JSONNumber($0)) } ?? .null,
      "browser": page.page.json,
      "server": .array(
        page.hits.map { hit in
          [
            "hit": .string(hit.request.url),
            "client": hit.clientName.map { .string($0) } ?? .null,
            "problem": hit.problem.map { .string($0) } ?? .null,
            "events": .array(hit.events.map { $0.json(with: halves.remarks(on: $0)) }),
          ]
        }),
      "counts": .array(event.verdicts.map(\.json)),
    ]
  }

  // MARK: HTML

  private var html: String {
    let containers = [halves.simulation.web, halves.simulation.server].map(\.container)
    var page = SimulationPage(
      PageHeading(
        title: title, subject: "Simulated events", containers: containers.map(\.publicID)),
      destination: halves.destination)
    for event in notable { page.add(halves.entry(event)) }
    return page.html
  }
}

extension PageEvent {
  /// The cause of the event: a push by its number, or Tag Manager itself.
  var origin: String { push.map { "push \($0)" } ?? "Tag Manager" }
}

extension PageEvent.ServerHit {
  /// The reason nothing came of it, lower case, without a full stop.
  var problem: String? {
    switch result {
    case .failure(let error): "the server cannot read the hit: \(error.message)"
    case .success(let result):
      result.clientName == nil ? "no client of the server claims the hit" : nil
    }
  }
}

extension CountVerdict {
  /// The verdict for programs.
  var json: JSON {
    [
      "service": .string(service), "name": .string(name), "count": .number(JSONNumber(count)),
      "double": .bool(isDouble), "lost": .bool(isLost), "shared": .bool(isShared),
      "reason": .string(reason),
    ]
  }
}
