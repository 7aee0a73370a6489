import Compiler
import ContainerDiff
package import TagManager
import TagwrightPlan

extension AdoptedContainer {
  /// Makes declarations of a container: in the words of a plan where they lead to the same entities, else in Tag
  /// Manager's own terms.
  ///
  /// - Parameters:
  ///   - version: the container, from any of its forms.
  ///   - publicID: its public id, where its file has none.
  /// - Throws: for a container of apps, and where entities of a kind share a name or have none.
  package static func recognising(
    _ version: ContainerVersion, publicID: String = AdoptedContainer.inventedPublicID
  ) throws(AdoptionError) -> AdoptedContainer {
    var plain = try AdoptedContainer(version, publicID: publicID)
    guard plain.side == .server, let recognition = Recognition(version) else { return plain }
    guard !recognition.accepted.isEmpty else {
      plain.remarks = recognition.remarks
      return plain
    }
    func isLeft(_ kind: EntityKind, _ name: String) -> Bool {
      !recognition.covered.contains(EntityName(kind, name))
    }
    let planName = recognition.planName
    let own = version.withNotes(ofPlan: planName, of: isLeft)
    for (source, isAdopted) in [(own, false), (version, true)] {
      guard let source else { continue }
      var container = try AdoptedContainer(
        source, recognition.accepted, publicID: publicID, planName: planName,
        isAdopted: isAdopted, only: isLeft)
      guard container.compiles(to: version) else { continue }
      container.remarks = recognition.remarks + recognition.accepted.compactMap(\.remark)
      return container
    }
    plain.remarks =
      recognition.remarks
      + [
        "\(recognition.accepted.map(\.label).joined(separator: ", ")) stay in Tag Manager's terms: "
          + "together with the rest of the container they would not give the same"
      ]
    return plain
  }

  /// Makes declarations of some entities of a container, beside candidates.
  init(
    _ version: ContainerVersion, _ candidates: [Candidate],
    publicID: String = AdoptedContainer.inventedPublicID, planName: String, isAdopted: Bool,
    only isWanted: @escaping (EntityKind, String) -> Bool
  ) throws(AdoptionError) {
    let hidden = HiddenSecrets(in: version, only: isWanted)
    let adoption = try ContainerAdoption(hidden.version, isWanted: isWanted)
    var elements = adoption.elements
    let place = elements.firstIndex { !$0.element.comesFirst } ?? elements.count
    elements.insert(
      contentsOf: candidates.map { ContainerAdoption.Filed($0.kind, in: $0.folderID) }, at: place)
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

  /// Whether a plan of these declarations is without errors, and gives the same container.
  private func compiles(to version: ContainerVersion) -> Bool {
    let compilation = Compilation(
      [PlanVariant(environment: nil, plan: plan)], name: planName ?? "", makesFiles: false,
      readFile: content)
    return compilation.containers.contains {
      ContainerDiff.exact(from: version, to: $0.version)?.isEmpty == true
    }
  }

  private func content(at path: String) -> FileContent {
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
