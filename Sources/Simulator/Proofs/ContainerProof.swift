package import Diagnostics
import SandboxedJS

/// A proof that is tried out over a whole container: every event that its tags wait for, with every
/// consent, every shape of items, and personal data in every field.
package struct ContainerProof: Sendable {
  /// Something that does not hold.
  package struct Finding: Hashable, Sendable {
    package let proof: Proof
    /// The event's name; empty where it is about none in particular.
    package let event: String
    /// The failure, with the tag that it is about: lower case, without a full stop.
    package let message: String
    /// The remedy.
    package let fix: String

    /// The finding, with the event that it is about.
    package var diagnostic: Diagnostic {
      Diagnostic(
        .error, rule: proof.id, event.isEmpty ? message : "event '\(event)': \(message)", at: nil,
        notes: [.init(fix)])
    }
  }

  /// A field of the event data that leaves the server as it is.
  package struct PlainField: Hashable, Sendable {
    /// The field, such as `search_term`.
    package let field: String
    /// The path of the field in the requests, such as `data.0.properties.query`.
    package let member: String
  }

  /// The extent of a proof.
  package struct Extent: Sendable {
    package let proof: Proof
    /// The events that it tried out, counted with each of their forms.
    package internal(set) var forms = 0
    /// The requests and cookies that it looked at.
    package internal(set) var effects = 0

    init(_ proof: Proof) { self.proof = proof }
  }

  /// The failures of the proofs, each once.
  package private(set) var findings: [Finding] = []
  /// The fields that the destination gets in plain text: an inventory, no finding.
  package private(set) var plainFields: [PlainField] = []
  /// The tags with code that none of the events fired, and why the last one did not.
  package private(set) var silentTags: [(tag: String, reason: String)] = []
  /// The events that were tried out, counted with each of their forms.
  package private(set) var tries = 0
  /// The extent of each proof, in the order of the proofs.
  package private(set) var extents: [Extent] = []
  /// The tags that ran, and all that are not paused.
  package private(set) var tagCounts: (run: Int, all: Int)
  /// The names of the events.
  package let events: [String]

  var endpoints: [RequestForm] { simulation.endpoints }
  private var current = Proof.events
  private let policies: [EventPolicy]
  private let simulation: Simulation

  /// Tries everything out.
  ///
  /// - Parameter policies: what a plan decided; without one, a tag needs `ad_storage` and an id.
  package init(
    _ simulation: Simulation, policies: [EventPolicy] = []
  ) throws(HitError) {
    self.simulation = simulation
    self.policies = policies
    tagCounts = (0, simulation.container.tags.count { !$0.isPaused })
    let proven = ProvenEvent.all(of: simulation)
    var names: Set<String> = []
    events = proven.map(\.name).filter { names.insert($0).inserted }
    var fired: Set<String> = []
    var run: Set<String> = []
    var reasons: [String: String] = [:]
    for event in proven {
      begin(.events)
      for tag in try tags(of: event, event.data()) {
        if tag.isFired { fired.insert(tag.name) }
        if tag.isFired, tag.outcome != .notSimulated { run.insert(tag.name) }
        reasons[tag.name] = tag.decision.reason
      }
      begin(.consent)
      try proveConsent(event)
      begin(.deduplication)
      try proveDeduplication(event)
      begin(.personalData)
      try provePersonalData(event)
      begin(.requiredFields)
      try proveRequiredFields(event)
    }
    extents.removeAll { $0.proof == .events }
    tagCounts.run = run.count
    silentTags = simulation.container.tags.compactMap { tag in
      if case .notSimulated = tag.action { return nil }
      guard !tag.isPaused, !fired.contains(tag.name) else { return nil }
      return (tag.name, reasons[tag.name] ?? "no event was tried")
    }
    if proven.isEmpty {
      add(
        .events, "", "no tag waits for an event that can be tried out",
        fix: "give a tag a trigger on an event's name")
    }
  }

  /// Runs the tags for an event and returns their results.
  mutating func tags(of event: ProvenEvent, _ data: ScriptValue) throws(HitError) -> [TagResult] {
    tries += 1
    let tags = try simulation.run(event.hit(data)).events.flatMap(\.tags)
    if let place = extents.firstIndex(where: { $0.proof == current }) {
      extents[place].forms += 1
      extents[place].effects += tags.reduce(0) {
        $0 + $1.effects.requests.count + $1.effects.cookies.count
      }
    }
    return tags
  }

  /// Says which proof the next events are for.
  private mutating func begin(_ proof: Proof) {
    current = proof
    if !extents.contains(where: { $0.proof == proof }) { extents.append(Extent(proof)) }
  }

  /// Returns the plan's decisions for an event of a tag.
  func policy(_ tag: String, _ event: String) -> EventPolicy? {
    policies.first { $0.tag == tag && $0.event == event }
  }

  /// Whether Tag Manager itself is told that a tag needs no consent.
  func waivesConsent(_ tag: String) -> Bool {
    simulation.container.tags.first { $0.name == tag }?.isConsentWaived ?? false
  }

  /// The types of consent that any tag needs for an event.
  func consentTypes(of event: String) -> [String] {
    var types = ["ad_storage"]
    for policy in policies where policy.event == event {
      types += policy.consentTypes.filter { !types.contains($0) }
    }
    return types
  }

  mutating func add(_ proof: Proof, _ event: String, _ message: String, fix: String) {
    let finding = Finding(proof: proof, event: event, message: message, fix: fix)
    if !findings.contains(finding) { findings.append(finding) }
  }

  mutating func addPlain(_ field: String, _ member: String) {
    let plain = PlainField(field: field, member: member)
    if !plainFields.contains(plain) { plainFields.append(plain) }
  }
}
