import CustomTemplate
package import TagManager
package import TagwrightPlan

/// The browser's half of a plan, read from a web container: what a `WebContainer` declares, and what destinations declare
/// for the browser alone.
///
/// It is a guess: a `WebContainer` is what the container comes from only where compiling it gives this very container.
package struct BrowserHalfReading: Sendable {
  let container: ReadContainer
  private var version: ContainerVersion { container.version }
  /// The tags whose notes have the mark of the plan, and their templates: others say nothing of it.
  private let tags: [Tag]
  private let templates: [TemplateEntity]

  /// Reads a container.
  package init(_ version: ContainerVersion) {
    let container = ReadContainer(version)
    self.container = container
    tags =
      container.planName.map { planName in
        version.tags.filter { Compilation.ownNotes(in: $0.notes, ofPlan: planName) != nil }
      } ?? []
    let used = Set(tags.compactMap { container.template($0.type)?.name })
    templates = version.customTemplates.filter { used.contains($0.name) }
  }

  /// The plan whose mark the notes of most entities have.
  package var planName: String? { container.planName }

  /// The declaration that the container may have been made from; `nil` where it has no Google tag for a tagging server.
  ///
  /// - Parameters:
  ///   - server: the server container that it would send to.
  ///   - publicID: its public id.
  package func declaration(
    sendingTo server: ServerContainer, publicID: String
  ) -> WebContainer? {
    guard let planName, let googleTag = tags.first(where: { $0.type == "googtag" }),
      let serverURL = constant(BrowserConstants.serverURL),
      let measurementID = constant(BrowserConstants.measurementID)
    else { return nil }
    func declared(measurementID: String?, alsoToGA4: [String]) -> WebContainer {
      WebContainer(
        version.container?.name ?? "Container", publicID: publicID, sendingTo: server,
        at: serverURL, pixel: Pixel(pixel), measurementID: measurementID,
        consent: consent(of: googleTag), pageViews: pageViews, alsoToGA4: alsoToGA4,
        place: ReadEvent.noPlace)
    }
    let plain = declared(measurementID: nil, alsoToGA4: [])
    let plan = Plan(serverContainers: [server], webContainers: [plain])
    let resolvedPlan = resolve(PlanVariant(environment: nil, plan: plan), name: planName) { _ in
      .missing(reason: "nothing is read here")
    }
    guard let resolved = resolvedPlan.webContainers.first else { return nil }
    let mapped = Set(resolved.events.map(\.name))
    return declared(
      measurementID: resolved.measurementID == measurementID ? nil : measurementID,
      alsoToGA4: tags.filter { $0.type == "gaawe" }
        .compactMap { $0.parameters["eventName"]?.value }.filter { !mapped.contains($0) })
  }

  func constant(_ name: String) -> String? { container.constant("{{\(name)}}") }

  /// The key of the data layer under which the number of an order stands that is its event's id.
  private var orderKey: String? {
    container.variable("{{\(EventIDTemplate.orderVariable)}}")
      .flatMap { container.variable($0.parameters[EventIDTemplate.orderField]?.value ?? "") }
      .flatMap { $0.parameters["name"]?.value }
  }

  /// Deduplication with the number of an order apart: without another event than purchases, all sources of an id look like
  /// one on the server.
  func deduplication(_ read: Deduplication) -> Deduplication {
    guard case .sharedEventID(let shared, nil) = read.kind, let orderKey,
      let place = shared.candidates.firstIndex(where: {
        $0.eventDataPaths.first.map(DataLayerKey.key) == orderKey
      }),
      let first = Source.one(of: Array(shared.candidates[..<place])),
      let purchase = Source.one(of: Array(shared.candidates[place...]))
    else { return read }
    return .sharedEventID(first, purchase: purchase)
  }

  /// The tags that call the pixel of a destination.
  func pixelTags(of destination: String) -> [Tag] {
    tags.filter {
      container.template($0.type)?.name == PixelTemplate.name(of: destination)
    }
  }

  /// Whether the pixel of a destination gets no total that nobody has given.
  func leavesOutSums(of destination: String) -> Bool {
    templates.contains {
      $0.name == PixelTemplate.name(of: destination)
        && $0.templateData.contains("pixelProperties(data.properties, false, event)")
    }
  }

  /// A pixel's template loads its library only where no page has done so.
  private var pixel: Pixel.Origin {
    let templates = self.templates.filter {
      $0.name.hasSuffix(PixelTemplate.name(of: ""))
    }
    guard !templates.isEmpty else { return .none }
    let loads = templates.contains { template in
      (try? CustomTemplate.read(Array(template.templateData.utf8), file: ""))?
        .permissions.contains { $0.publicID == "inject_script" } ?? false
    }
    return loads ? .generated : .installed
  }

  private var pageViews: PageViews {
    let used = Set(tags.flatMap(\.firingTriggerIDs))
    let isFollowed = version.triggers.contains { $0.type == .historyChange && used.contains($0.id) }
    return isFollowed ? .historyChanges : .everyPage
  }

  /// The consent that the Google tag waits for: one that does may fire later than on loading, once.
  private func consent(of googleTag: Tag) -> Consent? {
    guard googleTag.firingOption == .oncePerLoad else { return nil }
    let types = (googleTag.consentSettings?.types?.list ?? []).compactMap {
      $0.value.flatMap(ConsentType.init)
    }
    return Consent(
      kind: types.isEmpty
        ? .waived(reason: "the container asks for none")
        : .required(types, whenMissing: .refused), place: ReadEvent.noPlace)
  }
}
