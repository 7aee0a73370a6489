import Compiler
import ContainerDiff
import Diagnostics
import TagManager
import TagwrightPlan

/// The candidates that are what a container was made from: compiled alone, each gives its entities as they are.
struct Recognition {
  private let version: ContainerVersion
  let planName: String
  private(set) var accepted: [Candidate] = []
  /// The entities that each of them makes as the container has them.
  private var made: [Set<EntityName>] = []
  private(set) var remarks: [String]

  /// - Returns: `nil` where nothing of a plan is in the container.
  init?(_ version: ContainerVersion, _ browser: BrowserHalfReading?) {
    let (candidates, planName, remarks) = Candidate.all(in: version, browser)
    self.version = version
    self.remarks = remarks
    self.planName = planName ?? ""
    for candidate in candidates { examine(candidate) }
  }

  /// Everything that the accepted ones make as the container has it, so that nothing else declares it.
  var covered: Set<EntityName> {
    var names = Set(accepted.indices.flatMap { made[$0] })
    // A folder that holds an accepted one is declared with it in it.
    for folder in version.folders where accepted.contains(where: { $0.folderID == folder.id }) {
      names.remove(EntityName(.folder, folder.name))
    }
    return names
  }

  /// Gives an accepted one up.
  mutating func leaveOut(_ place: Int, because reason: String) {
    let candidate = accepted.remove(at: place)
    made.remove(at: place)
    if candidate.isDestination { remarks.append(candidate.words(staying: reason)) }
  }

  private mutating func examine(_ candidate: Candidate) {
    guard Self.isName(planName) else {
      return reject(candidate, "its notes name no plan")
    }
    guard let made = made(from: candidate) else {
      return reject(candidate, "a plan would give two entities the same name")
    }
    let names = made.entityNames.filter { $0.kind != .client }
    guard let differences = differences(from: made, among: names) else {
      return reject(candidate, "it is of another kind of container")
    }
    guard let first = differences.first(where: { !Self.isShared($0) }) else {
      let declared = Set(differences.map { EntityName($0.kind, $0.name) })
      if !declared.isEmpty, let reason = reasonAgainst(candidate, declaring: declared, names) {
        return reject(candidate, reason)
      }
      accepted.append(candidate)
      self.made.append(names.subtracting(declared))
      return
    }
    reject(candidate, Self.words(for: first))
  }

  private mutating func reject(_ candidate: Candidate, _ reason: String) {
    guard candidate.isDestination else { return }
    remarks.append(candidate.words(staying: reason))
  }

  /// Whether a difference lies in what a plan may declare beside a destination that uses it.
  static func isShared(_ difference: ContainerDiff.Entity) -> Bool {
    guard case .changed = difference.outcome else { return false }
    return [.variable, .trigger, .folder].contains(difference.kind)
  }

  static func words(for difference: ContainerDiff.Entity) -> String {
    let entity = "\(difference.kind.word) '\(difference.name)'"
    switch difference.outcome {
    case .added: return "\(entity) is not there"
    case .removed: return "a plan would not make \(entity)"
    case .changed, .renamed:
      let path = difference.changes.first.map { ", first in '\($0.path)'" } ?? ""
      return "\(entity) is not as a plan makes it\(path)"
    }
  }

  /// Whether a plan's type can have the name.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isXIDStart || first == "_" else {
      return false
    }
    return text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
  }
}

// Compiling and comparing.
extension Recognition {
  /// The version that a candidate alone leads to, beside the clients that it depends on.
  private func made(from candidate: Candidate) -> ContainerVersion? {
    var elements = [ContainerElement(kind: candidate.kind)]
    if let folder = version.folders.first(where: { $0.id == candidate.folderID }) {
      let own = Compilation.ownNotes(in: folder.notes, ofPlan: planName)
      let notes = own.map { $0.isEmpty ? nil : $0 } ?? folder.notes
      elements = [
        ContainerElement(
          kind: .folder(
            TagwrightPlan.Folder(folder.name, notes: notes, elements: elements, at: .none)))
      ]
    }
    let clients = version.clients.filter { $0.type == "gaaw_client" }.map {
      ContainerElement(kind: .ga4Client(GA4Client($0.name)))
    }
    let container = ServerContainer(
      "Container", publicID: AdoptedContainer.inventedPublicID, elements: clients + elements,
      at: .none)
    return Compilation.version(of: container, planName: planName)
  }

  private func differences(
    from made: ContainerVersion, among names: Set<EntityName>
  ) -> [ContainerDiff.Entity]? {
    ContainerDiff.exact(from: version.only(names), to: made.only(names))
  }

  /// The reason why a candidate does not give the same with the shared parts declared as the container has
  /// them.
  private func reasonAgainst(
    _ candidate: Candidate, declaring declared: Set<EntityName>, _ names: Set<EntityName>
  ) -> String? {
    let container = try? AdoptedContainer(
      version, [candidate], planName: planName, isAdopted: true
    ) { declared.contains(EntityName($0, $1)) }
    guard let made = container?.compiled else {
      return declared.map { "\($0.kind.word) '\($0.name)' is not as a plan makes it" }.min()
    }
    return differences(from: made, among: names.union(declared))?.first.map(Self.words)
  }
}

extension ContainerDiff {
  /// Everything in which what a plan makes is another than a container; `nil` where they cannot be compared.
  static func exact(from old: ContainerVersion, to new: ContainerVersion) -> [Entity]? {
    let options = DiffOptions(
      oldLabel: "the container", newLabel: "the plan", newIsPlan: true, isExact: true,
      placeholderPrefix: Secret.placeholderPrefix)
    return try? ContainerDiff(
      from: ContainerFile(old, name: "the container"), to: ContainerFile(new, name: "the plan"),
      options: options
    ).entities
  }
}
