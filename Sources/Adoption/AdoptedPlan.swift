package import Compiler
import ContainerDiff
package import TagManager
package import TagwrightPlan

/// The containers of one plan as declarations: a server container, a web container, or one of each.
package struct AdoptedPlan: Sendable {
  /// The web container beside a server container.
  package enum Web: Sendable {
    /// Declared entity by entity.
    case declared(AdoptedContainer)
    /// Made from the server container, and what stands beside that in its block.
    case made(WebContainer, further: AdoptedContainer?)
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
  package var containers: [AdoptedContainer] {
    switch web {
    case .declared(let container), .made(_, let container?): [first, container]
    case .made(_, nil), nil: [first]
    }
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
    case .made(let container, _):
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
      switch try half(browser, planName, like: version, publicID: declared.publicID, taken) {
      case .success(let half):
        web = half
        return
      case .failure(let difference):
        webRemarks = ["the web container stays in Tag Manager's terms: \(difference.reason)"]
      }
    }
    web = .declared(declared)
  }

  /// The browser's half of the server container and what stands beside it, where they lead to this container.
  private func half(
    _ browser: BrowserHalfReading, _ planName: String, like version: ContainerVersion,
    publicID: String, _ taken: AdoptedContainer.TakenNames
  ) throws(AdoptionError) -> Result<Web, AdoptedContainer.Difference> {
    guard planName == first.planName else {
      return .failure(
        .init(reason: "it was made from the plan '\(planName)', and the server container was not"))
    }
    guard
      let container = browser.declaration(sendingTo: first.serverContainer, publicID: publicID)
    else { return .failure(.init(reason: "it has no Google tag that sends to a tagging server")) }
    switch differences(of: container, nil, planName, from: version) {
    case .failure(let error): return .failure(error)
    case .success([]): return .success(.made(container, further: nil))
    case .success(let differences):
      // What is shared may be declared beside the half, with notes of its own.
      if let lost = differences.first(where: { $0.outcome != .removed && !Recognition.isShared($0) }
      ) {
        return .failure(.init(reason: Recognition.words(for: lost)))
      }
      let names = Set(differences.map { EntityName($0.kind, $0.name) })
      return try half(container, planName, like: version, beside: names, taken)
    }
  }

  /// The browser's half with some entities of its container beside it, where they lead to this container.
  private func half(
    _ container: WebContainer, _ planName: String, like version: ContainerVersion,
    beside names: Set<EntityName>, _ taken: AdoptedContainer.TakenNames
  ) throws(AdoptionError) -> Result<Web, AdoptedContainer.Difference> {
    func isBeside(_ kind: EntityKind, _ name: String) -> Bool {
      names.contains(EntityName(kind, name))
    }
    let own = version.withNotes(ofPlan: planName, of: isBeside)
    var reason = ""
    for (source, isAdopted) in [(own, false), (version, true)] {
      guard let source else { continue }
      let further = try AdoptedContainer(
        source, [], publicID: container.publicID, taken: taken, planName: planName,
        isAdopted: isAdopted, only: isBeside)
      let made = container.with(further)
      switch differences(of: made, further, planName, from: version) {
      case .success([]): return .success(.made(made, further: further))
      case .success(let differences):
        if let first = differences.first { reason = Recognition.words(for: first) }
      case .failure(let error): reason = error.reason
      }
    }
    return .failure(.init(reason: reason))
  }

  private func differences(
    of container: WebContainer, _ further: AdoptedContainer?, _ planName: String,
    from version: ContainerVersion
  ) -> Result<[ContainerDiff.Entity], AdoptedContainer.Difference> {
    AdoptedContainer.differences(
      of: Plan(serverContainers: [container.server], webContainers: [container]), planName,
      from: version, { $0.webContainers.first?.version }
    ) { path in
      if case .bytes(let bytes)? = further?.content(at: path) {
        .bytes(bytes)
      } else {
        first.content(at: path)
      }
    }
  }
}

extension WebContainer {
  /// The same with further elements.
  fileprivate func with(_ further: AdoptedContainer) -> WebContainer {
    var copy = self
    copy.contents.elements = further.elements
    return further.isAdopted ? copy.adopted() : copy
  }
}
