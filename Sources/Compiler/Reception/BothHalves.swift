import CustomTemplate
import SandboxedJS
package import Simulator
package import TagManager

/// A web container and the server container behind it, tried out together: what comes of pushes, and what destinations
/// count.
package struct BothHalves: Sendable {
  /// An event on a page and what each destination makes of it.
  package struct Event: Sendable {
    package let event: PageEvent
    package let verdicts: [CountVerdict]
  }

  /// What is remarkable in an event of the server.
  package func remarks(on event: EventResult) -> EventRemarks {
    EventRemarks(event, names, simulation.server.endpoints)
  }

  /// The names that the server's container reads.
  private let names: NearNames

  package let simulation: BrowserSimulation

  /// - Throws: where a container runs somewhere else.
  package init(web: ContainerVersion, server: ContainerVersion) throws(CompiledContainer.Refusal) {
    self.init(
      web: Simulation(try CompiledContainer(web, for: .web)),
      server: Simulation(try CompiledContainer(server), endpoints: Endpoint.known))
  }

  package init(web: Simulation, server: Simulation) {
    names = NearNames(server.container)
    simulation = BrowserSimulation(
      web: web, server: server, functions: Reception.all.flatMap(\.functions))
  }

  /// Runs visits one after the other, as one browser makes them.
  package func run(_ visits: [BrowserVisit]) -> [Event] {
    var counts = Reception.all.map { (reception: $0, count: DestinationCount($0)) }
    var events: [Event] = []
    for visit in visits {
      for event in simulation.run(visit) {
        let calls = event.page.tags.flatMap(\.effects.calls)
        let requests = event.hits.flatMap(\.events).flatMap(\.tags)
          .flatMap(\.effects.requests)
        var verdicts: [CountVerdict] = []
        for index in counts.indices {
          let reception = counts[index].reception
          let received =
            reception.events(of: calls) { name in
              event.cookies.first { $0.name == name }?.value
            } + reception.events(of: requests)
          verdicts += counts[index].count.receive(received, at: event.time)
        }
        events.append(Event(event: event, verdicts: verdicts))
      }
    }
    return events
  }
}
