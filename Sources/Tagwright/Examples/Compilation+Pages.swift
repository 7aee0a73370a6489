import Compiler
import CustomTemplate
import Pages
import Simulator

extension Compilation {
  /// The page of a server container that has something to show: what comes of the site's events, each pushed once as the
  /// guide to the data layer writes it, and of the plan's examples.
  func page(of tried: TriedContainer) -> RenderedFile? {
    let (container, server) = (tried.container, tried.simulation.container)
    let web = webContainers.first {
      $0.serverPublicID == container.publicID && $0.path.hasPrefix(container.folder)
    }
    let browser = web.flatMap { try? ContainerProgram($0.version, for: .web) }
    guard browser != nil || !container.examples.isEmpty else { return nil }
    let halves = BrowserAndServer(web: Simulation(browser ?? server), server: tried.simulation)
    var page = SimulationPage(
      PageHeading(
        title: container.planName, subject: "Every event and example of the plan",
        containers: [browser?.publicID, server.publicID].compactMap(\.self)),
      destination: halves.destination)
    if browser != nil, let visit = web?.exampleVisit {
      for event in halves.run([visit]) where event.event.isShown {
        page.add(halves.entry(event, from: "as in the guide to the data layer"))
      }
    }
    for (example, run) in zip(container.examples, tried.runs) {
      for event in run.events {
        page.add(
          PageEntry(
            name: event.eventName, from: "example '\(example.name)'",
            halves: [
              .init(
                .server, event, by: "client '\(event.clientName)'",
                notes: halves.remarks(on: event).texts)
            ]))
      }
    }
    return RenderedFile(path: container.pagePath, bytes: Array(page.html.utf8))
  }
}

extension PageEvent {
  /// Whether it is an event of the site, not a step of Tag Manager's own that leads to none.
  fileprivate var isShown: Bool {
    page.tags.contains(where: \.isFired) && (push != nil || !hits.isEmpty)
  }
}
