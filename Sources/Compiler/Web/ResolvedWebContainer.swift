import Diagnostics
import TagManager
package import TagwrightPlan

/// A web container and the server container of the plan that it sends to.
package struct ResolvedWebContainer: Sendable {
  package let declaration: WebContainer
  /// The elements beside the browser's half.
  package let contents: ResolvedContainer
  /// The container that it sends to; `nil` where the plan does not list it.
  package let server: ResolvedContainer?
  /// The measurement id of the Google tag; `nil` where neither container says one.
  package let measurementID: String?
  /// The events that the server maps, each once, in the order of the plan, without those that only other clients bring.
  private(set) var events: [BrowserEvent] = []
  /// The types of consent that values wait for which say who the visitor is.
  private(set) var consentTypes: [ConsentType] = []

  init(
    _ declaration: WebContainer, servers: [ResolvedContainer], contents: ResolvedContainer
  ) {
    self.declaration = declaration
    self.contents = contents
    server = servers.first { $0.declaration.publicID == declaration.server.publicID }
    let tags = server?.elements.compactMap { element -> GA4Tag? in
      if case .ga4Tag(let tag) = element.kind { tag } else { nil }
    }
    measurementID = declaration.measurementID ?? tags?.first?.measurementID
    events = gatheredEvents
    let types = Set(events.flatMap(\.values).filter(\.needsConsent).flatMap(\.consents).joined())
    consentTypes = ConsentType.allCases.filter(types.contains)
  }

  /// The destinations of the server, as the compiler knows them.
  var destinations: [FiledDestination] {
    (server?.elements ?? []).compactMap { element in
      element.destination.map { FiledDestination(destination: $0, folder: element.folder) }
    }
  }

  private var gatheredEvents: [BrowserEvent] {
    var events: [BrowserEvent] = []
    for event in destinations.flatMap(\.destination.browserEvents) where comes(event) {
      if let index = events.firstIndex(where: { $0.name == event.name }) {
        events[index].merge(event)
      } else {
        events.append(event)
      }
    }
    for index in events.indices {
      for other in events { events[index].adoptOrigins(of: other) }
    }
    return events
  }

  /// The names of the events that only GA4 gets, each once.
  var eventsForGA4: [String] {
    var seen = Set(events.map(\.name))
    return declaration.alsoToGA4.filter { seen.insert($0).inserted }
  }

  /// The consent that the Google tag and the GA4 tags wait for. Where the plan says nothing, they
  /// fire and tell the server what the visitor said.
  var consentOfGA4: ConsentSettings { declaration.consent?.ofBrowser ?? .notNeeded }

  /// Whether the server's tag can fire for an event that comes from this container.
  private func comes(_ event: BrowserEvent) -> Bool {
    do throws(ServerOnlySource) {
      return try !carriedOver(event.conditions, in: event).isEmpty
    } catch {
      return true
    }
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
  /// The same as what is declared entity by entity.
  let container: LoweredContainer

  var draft: ContainerDraft { container.draft }
  var export: ContainerExport { container.export }
}
