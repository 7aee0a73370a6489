package import Compiler
import ContainerDiff
import Diagnostics
package import TagManager
import TagwrightPlan

extension AdoptedContainer {
  /// Makes declarations of a container: in the words of a plan where they lead to the same entities, else in Tag
  /// Manager's own terms.
  ///
  /// - Parameters:
  ///   - version: the container, from any of its forms.
  ///   - browser: the web container that sends to it, which has what no server container says.
  ///   - publicID: its public id, where its file has none.
  /// - Throws: for a container of apps, and where entities of a kind share a name or have none.
  package static func recognising(
    _ version: ContainerVersion, browser: BrowserHalfReading? = nil,
    publicID: String = AdoptedContainer.inventedPublicID
  ) throws(AdoptionError) -> AdoptedContainer {
    var plain = try AdoptedContainer(version, publicID: publicID)
    guard plain.side == .server else {
      if let planName = BrowserHalfReading(version).planName {
        plain.remarks = [
          "it was made from the plan '\(planName)' and stays in Tag Manager's terms: its events are those of a server container; give that one's export, too"
        ]
      }
      return plain
    }
    guard let recognition = Recognition(version, browser) else { return plain }
    guard !recognition.accepted.isEmpty else {
      plain.remarks = recognition.remarks
      return plain
    }
    var reason = ""
    for left in [nil] + recognition.accepted.indices.map({ $0 }) {
      var part = recognition
      if let left { part.leaveOut(left, because: reason) }
      switch try AdoptedContainer.proven(part, of: version, publicID: publicID) {
      case .success(let container): return container
      case .failure(let failure): if left == nil { reason = failure.reason }
      }
    }
    plain.remarks =
      recognition.remarks
      + recognition.accepted.compactMap { $0.isDestination ? $0.words(staying: reason) : nil }
    return plain
  }

  /// The reason why declarations are not those that a container was made from.
  struct Difference: Error {
    let reason: String
  }

  /// The declarations, where they lead to the container and a plan of them is without errors.
  private static func proven(
    _ recognition: Recognition, of version: ContainerVersion, publicID: String
  ) throws(AdoptionError) -> Result<AdoptedContainer, Difference> {
    func isLeft(_ kind: EntityKind, _ name: String) -> Bool {
      !recognition.covered.contains(EntityName(kind, name))
    }
    var first: Difference?
    let own = version.withNotes(ofPlan: recognition.planName, of: isLeft)
    for (source, isAdopted) in [(own, false), (version, true)] {
      guard let source else { continue }
      var container = try AdoptedContainer(
        source, recognition.accepted, publicID: publicID, planName: recognition.planName,
        isAdopted: isAdopted, only: isLeft)
      guard let difference = container.difference(from: version) else {
        container.remarks = recognition.remarks + recognition.accepted.compactMap(\.remark)
        return .success(container)
      }
      first = first ?? difference
    }
    return .failure(first ?? Difference(reason: "it has no container"))
  }

  /// Makes declarations of some entities of a container, beside candidates.
  init(
    _ version: ContainerVersion, _ candidates: [Candidate],
    publicID: String = AdoptedContainer.inventedPublicID, taken: TakenNames = TakenNames(),
    planName: String?, isAdopted: Bool,
    only isWanted: @escaping (EntityKind, String) -> Bool
  ) throws(AdoptionError) {
    let hidden = HiddenSecrets(in: version, taken: taken.secrets, only: isWanted)
    let adoption = try ContainerAdoption(
      hidden.version, templateFiles: taken.templateFiles, isWanted: isWanted)
    var elements = adoption.elements
    let place = elements.firstIndex { !$0.element.comesFirst } ?? elements.count
    elements.insert(
      contentsOf: candidates.map {
        ContainerAdoption.Filed(isAdopted ? $0.adoptedKind : $0.kind, in: $0.folderID)
      }, at: place)
    let own = candidates.flatMap(\.secrets)
    self.init(
      side: adoption.side, name: version.container?.name ?? "Container",
      publicID: version.container?.publicID.flatMap { Container.isPublicID($0) ? $0 : nil }
        ?? publicID, parts: adoption.parts(elements),
      templates: adoption.wantedTemplates.map { AdoptedTemplate(path: $0.path, text: $0.text) },
      secrets: own + hidden.found.filter { found in !own.contains { $0.name == found.name } },
      planName: planName, isAdopted: isAdopted)
  }

  /// The container that the declarations lead to, whatever rules say of it.
  var compiled: ContainerVersion? {
    Compilation.version(of: serverContainer, planName: planName ?? "", readFile: content)
  }

  /// The difference that keeps a plan of these declarations from giving a container; `nil` without one.
  private func difference(from version: ContainerVersion) -> Difference? {
    Self.difference(
      of: plan, planName ?? "", from: version, { $0.containers.first?.version }, content)
  }

  /// The error of a plan, or the difference that keeps it from giving a container; `nil` without one.
  ///
  /// - Parameter made: the container that the plan gives.
  static func difference(
    of plan: Plan, _ planName: String, from version: ContainerVersion,
    _ made: (Compilation) -> ContainerVersion?, _ content: (String) -> FileContent
  ) -> Difference? {
    switch differences(of: plan, planName, from: version, made, content) {
    case .failure(let error): error
    case .success(let differences):
      differences.first.map { Difference(reason: Recognition.words(for: $0)) }
    }
  }

  /// Everything in which what a plan gives is another container, or the error of the plan.
  static func differences(
    of plan: Plan, _ planName: String, from version: ContainerVersion,
    _ made: (Compilation) -> ContainerVersion?, _ content: (String) -> FileContent
  ) -> Result<[ContainerDiff.Entity], Difference> {
    let compilation = Compilation(
      [PlanVariant(environment: nil, plan: plan)], name: planName, makesFiles: false,
      readFile: content)
    if let error = compilation.diagnostics.first(where: { $0.severity == .error }) {
      return .failure(
        Difference(reason: "in a plan it is an error: \(error.message) [\(error.rule)]"))
    }
    guard let made = made(compilation),
      let differences = ContainerDiff.exact(from: version, to: made)
    else { return .failure(Difference(reason: "it is of another kind of container")) }
    return .success(differences)
  }

  func content(at path: String) -> FileContent {
    templateBytes(at: path).map { .bytes($0) } ?? .missing(reason: "no such file")
  }
}

extension ContainerElement {
  /// Whether it stands before tags.
  fileprivate var comesFirst: Bool {
    switch kind {
    case .builtIns, .ga4Client, .rawClient: true
    default: false
    }
  }
}
