import Diagnostics
package import TagwrightPlan

/// A web container and the server container of the plan that it sends to.
package struct ResolvedWebContainer: Sendable {
  package let declaration: WebContainer
  /// The container that it sends to; `nil` where the plan does not list it.
  package let server: ResolvedContainer?
  /// The measurement id of the Google tag; `nil` where neither container says one.
  package let measurementID: String?

  init(_ declaration: WebContainer, servers: [ResolvedContainer]) {
    self.declaration = declaration
    server = servers.first { $0.declaration.publicID == declaration.server.publicID }
    let tags = server?.elements.compactMap { element -> GA4Tag? in
      if case .ga4Tag(let tag) = element.kind { tag } else { nil }
    }
    measurementID = declaration.measurementID ?? tags?.first?.measurementID
  }

  /// The destinations of the server, as the compiler knows them.
  var destinations: [FiledDestination] {
    (server?.elements ?? []).compactMap { element in
      element.destination.map { FiledDestination(destination: $0, folder: element.folder) }
    }
  }

  /// The events that the server maps, each once, in the order of the plan.
  var events: [BrowserEvent] {
    var events: [BrowserEvent] = []
    for event in destinations.flatMap(\.destination.browserEvents) {
      if let index = events.firstIndex(where: { $0.name == event.name }) {
        events[index].merge(event)
      } else {
        events.append(event)
      }
    }
    return events
  }
}

/// A destination and the folder that it stands in.
struct FiledDestination {
  let destination: ResolvedDestination
  let folder: String?
}

/// A web container in Tag Manager's own terms.
struct LoweredWebContainer {
  let resolved: ResolvedWebContainer
  let draft: ContainerDraft
}
