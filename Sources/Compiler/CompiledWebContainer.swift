package import Simulator
package import TagManager

/// A web container that a plan was compiled to.
package struct CompiledWebContainer: Sendable {
  /// The path of its file below the output folder.
  package let path: String
  /// The public id of the server container that it is made from; `nil` where it is declared entity by entity.
  package let serverPublicID: String?
  /// The container.
  package let version: ContainerVersion
  private let resolved: ResolvedWebContainer?

  /// A visit in which the site pushes every event once, as the guide to the data layer writes it; `nil` where the
  /// container is declared entity by entity.
  package var exampleVisit: BrowserVisit? { resolved?.exampleVisit }

  static func all(of lowered: LoweredPlan, _ plan: ResolvedPlan) -> [CompiledWebContainer] {
    lowered.containers.flatMap { server in
      let folder = folder(of: server.draft, in: lowered, plan)
      let web = lowered.webContainers(sendingTo: server)
      return web.map { container in
        CompiledWebContainer(
          path: "\(folder)\(innerFolder(of: container, among: web))web-container.json",
          serverPublicID: server.draft.publicID, version: container.export.version,
          resolved: container.resolved)
      }
    }
      + lowered.rawWebContainers.map { container in
        CompiledWebContainer(
          path: "\(rawWebFolder(of: container, in: lowered, plan))web-container.json",
          serverPublicID: nil, version: container.export.version, resolved: nil)
      }
  }
}
