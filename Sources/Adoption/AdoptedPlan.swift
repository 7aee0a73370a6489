package import Compiler
package import TagManager
package import TagwrightPlan

/// The containers of one plan as declarations: a server container, a web container, or one of each.
package struct AdoptedPlan: Sendable {
  /// The web container beside a server container.
  package enum Web: Sendable {
    /// Declared entity by entity.
    case declared(AdoptedContainer)
    /// Made from the server container.
    case made(WebContainer)
  }

  /// The server container, or a web container that stands alone.
  package let first: AdoptedContainer
  /// The web container beside a server container.
  package private(set) var web: Web?
  /// The reason why the web container beside a server container is declared entity by entity.
  package private(set) var webRemarks: [String] = []

  /// A plan of one container.
  package init(_ container: AdoptedContainer) { first = container }

  /// Stands in for the public id of a web container beside a server container, where nobody has said one.
  package static let inventedWebID = "GTM-DEF5678"

  /// The plan that they were made from; `nil` where no declaration depends on the plan's name.
  package var planName: String? { first.planName }

  /// What is declared entity by entity.
  var containers: [AdoptedContainer] {
    if case .declared(let container) = web { [first, container] } else { [first] }
  }

  /// The texts of the templates, each a file of the package.
  package var templates: [AdoptedTemplate] { containers.flatMap(\.templates) }

  /// The values that stand in no file of git, each once.
  package var secrets: [AdoptedSecret] {
    var names: Set<String> = []
    return containers.flatMap(\.secrets).filter { names.insert($0.name).inserted }
  }

  /// The bytes of the template file that the plan names by this path.
  package func templateBytes(at path: String) -> [UInt8]? {
    containers.lazy.compactMap { $0.templateBytes(at: path) }.first
  }

  /// The plan that declares them.
  package var plan: Plan {
    let plan = first.plan
    return switch web {
    case nil: plan
    case .made(let container):
      Plan(serverContainers: plan.serverContainers, webContainers: [container])
    case .declared(let container):
      Plan(
        serverContainers: plan.serverContainers,
        rawWebContainers: container.plan.rawWebContainers)
    }
  }
}

// The web container.
extension AdoptedPlan {
  /// Makes declarations of a server container and of the web container that sends to it.
  ///
  /// - Throws: where entities of a kind share a name or have none.
  package init(server: ContainerVersion, web: ContainerVersion) throws(AdoptionError) {
    let browser = BrowserHalfReading(web)
    self.init(try .recognising(server, browser: browser))
    try add(web: web, browser, publicID: Self.inventedWebID)
  }

  /// Adds a web container to a plan of a server container: as the browser's half of it where that leads to the same
  /// entities, else in Tag Manager's own terms.
  ///
  /// - Parameters:
  ///   - version: the container, from any of its forms.
  ///   - browser: the same as it was read; `nil` to leave everything in Tag Manager's terms.
  ///   - publicID: its public id, where its file has none.
  /// - Throws: where entities of a kind share a name or have none.
  package mutating func add(
    web version: ContainerVersion, _ browser: BrowserHalfReading?, publicID: String
  ) throws(AdoptionError) {
    let taken = AdoptedContainer.TakenNames(
      secrets: Set(first.secrets.map(\.name)), templateFiles: Set(first.templates.map(\.fileName)))
    let declared = try AdoptedContainer(version, publicID: publicID, taken: taken)
    if let browser, let planName = browser.planName {
      switch half(browser, planName, like: version, publicID: declared.publicID) {
      case .success(let container):
        web = .made(container)
        return
      case .failure(let difference):
        webRemarks = ["the web container stays in Tag Manager's terms: \(difference.reason)"]
      }
    }
    web = .declared(declared)
  }

  /// The browser's half of the server container, where it leads to this container.
  private func half(
    _ browser: BrowserHalfReading, _ planName: String, like version: ContainerVersion,
    publicID: String
  ) -> Result<WebContainer, AdoptedContainer.Difference> {
    guard planName == first.planName else {
      return .failure(
        .init(reason: "it was made from the plan '\(planName)', and the server container was not"))
    }
    let server = first.serverContainer
    guard let container = browser.declaration(sendingTo: server, publicID: publicID) else {
      return .failure(.init(reason: "it has no Google tag that sends to a tagging server"))
    }
    let plan = Plan(serverContainers: [server], webContainers: [container])
    let difference = AdoptedContainer.difference(
      of: plan, planName, from: version, { $0.webContainers.first?.version }, first.content)
    return difference.map { .failure($0) } ?? .success(container)
  }
}
