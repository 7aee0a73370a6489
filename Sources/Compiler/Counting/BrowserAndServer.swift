import CustomTemplate
import SandboxedJS
package import Simulator
package import TagManager

/// A web container and the server container behind it, tried out together: what comes of pushes, and what destinations
/// count.
package struct BrowserAndServer: Sendable {
  /// An event on a page and what each destination makes of it.
  package struct Event: Sendable {
    package let event: PageEvent
    package let verdicts: [CountVerdict]
  }

  /// Returns the remarks on an event of the server.
  package func remarks(on event: EventResult) -> EventRemarks {
    EventRemarks(event, names, simulation.server.endpoints)
  }

  /// The names that the server's container reads.
  private let names: NearNames

  package let simulation: BrowserSimulation

  /// - Throws: where a container runs somewhere else.
  package init(web: ContainerVersion, server: ContainerVersion) throws(ContainerProgram.Refusal) {
    self.init(
      web: Simulation(try ContainerProgram(web, for: .web)),
      server: Simulation(try ContainerProgram(server), endpoints: RequestForm.known))
  }

  package init(web: Simulation, server: Simulation) {
    names = NearNames(server.container)
    simulation = BrowserSimulation(
      web: web, server: server, functions: EventCounting.all.flatMap(\.functions))
  }

  /// Runs visits one after the other, as one browser makes them.
  package func run(_ visits: [BrowserVisit]) -> [Event] {
    var counts = EventCounting.all.map { (counting: $0, count: DestinationCount($0)) }
    var events: [Event] = []
    for visit in visits {
      for event in simulation.run(visit) {
        let calls = event.page.tags.flatMap(\.effects.calls)
        let requests = event.hits.flatMap(\.events).flatMap(\.tags)
          .flatMap(\.effects.requests)
        var verdicts: [CountVerdict] = []
        for index in counts.indices {
          let counting = counts[index].counting
          let received =
            counting.events(of: calls) { name in
              event.cookies.first { $0.name == name }?.value
            } + counting.events(of: requests)
          verdicts += counts[index].count.receive(received, at: event.time)
        }
        events.append(Event(event: event, verdicts: verdicts))
      }
    }
    return events
  }
}
