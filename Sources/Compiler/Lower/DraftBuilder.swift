import CustomTemplate
import Diagnostics
import TagManager
import TagwrightPlan

/// Collects the entities of a container: what the plan declares has a name of its own, what several places
/// lead to is made once.
package struct DraftBuilder {
  private(set) var draft: ContainerDraft
  /// Names that are used twice, cannot be used, or lead nowhere.
  private(set) var problems: [NameProblem] = []
  /// Whether the template that reads URL parameters is in the container already.
  var hasURLParameterTemplate = false
  /// The variables with members of events that are in the container already.
  var memberVariables: Set<MemberVariable> = []
  private let planName: String
  /// Whether what is being lowered was taken over from Tag Manager, and keeps its notes as they are.
  var isAdopted = false
  private(set) var places: [EntityKey: SourcePlace] = [:]
  private var triggers: [String: TriggerDraft] = [:]
  /// The triggers that one of the plan became, by its name, where its conditions have alternatives.
  private var triggerAlternatives: [String: [TriggerName]] = [:]
  private var variables: [String: VariableDraft] = [:]
  private var templates: [String: TemplateText] = [:]
  private var fileNames: Set<String> = []
  private var references: [Reference] = []

  /// A name that the author wrote, which is looked up when every entity is there.
  private struct Reference {
    let kind: EntityKey.Kind
    let name: String
    let place: SourcePlace
    let isAdopted: Bool
  }

  init(
    _ container: ServerContainer, side: CustomTemplate.Side = .server, planName: String
  ) {
    draft = ContainerDraft(name: container.name, publicID: container.publicID, side: side)
    self.planName = planName
  }

  /// The notes of an entity: what it does, the author's own, then which plan made it.
  func notes(_ own: String? = nil, on purpose: String? = nil) -> String {
    return [purpose, own, Compilation.lastNote(ofPlan: planName)].compactMap(\.self).joined(
      separator: "\n\n")
  }

  /// The notes of what the plan declares entity by entity.
  func declaredNotes(_ own: String?, on purpose: String? = nil) -> String {
    isAdopted ? own ?? "" : notes(own, on: purpose)
  }

  /// A folder of the compiler's own, unless the plan has one of its name.
  mutating func folder(_ folder: GeneratedFolder, at place: SourcePlace) -> String {
    if !draft.folders.contains(where: { $0.name == folder.rawValue }) {
      add(FolderDraft(name: folder.rawValue, notes: notes(on: folder.purpose)), at: place)
    }
    return folder.rawValue
  }
}

/// The folders that hold what belongs to no destination.
enum GeneratedFolder: String {
  case variables = "Shared variables"
  case analytics = "GA4"

  /// The contents of the folder, for its notes.
  var purpose: String {
    switch self {
    case .variables: "Variables that read what tags of any folder use."
    case .analytics:
      "The Google tag and the GA4 tags, which send what the tagging server works with."
    }
  }
}

extension Compilation {
  /// The words in the notes of everything that a plan makes.
  package static func mark(ofPlan name: String) -> String {
    "Made by Tagwright from the plan '\(name)'"
  }

  /// The last paragraph in the notes of everything that a plan makes.
  static func lastNote(ofPlan name: String) -> String {
    "\(mark(ofPlan: name)): change the plan, not this."
  }

  /// What an author wrote into notes that end with a plan's mark, empty where that is nothing; `nil` for notes without
  /// the mark.
  ///
  /// - Parameter purpose: what the compiler wrote before it.
  package static func ownNotes(
    in notes: String?, ofPlan name: String, behind purpose: String? = nil
  ) -> String? {
    let last = lastNote(ofPlan: name)
    guard var rest = notes, rest.hasSuffix(last) else { return nil }
    rest.removeLast(last.count)
    if let purpose, rest.hasPrefix(purpose) { rest.removeFirst(purpose.count) }
    while rest.hasPrefix("\n\n") { rest.removeFirst(2) }
    while rest.hasSuffix("\n\n") { rest.removeLast(2) }
    return rest
  }
}

// What the plan declares.
extension DraftBuilder {
  mutating func add(_ folder: FolderDraft, at place: SourcePlace) {
    guard isNew(.folder, folder.name, at: place) else { return }
    draft.folders.append(folder)
  }

  mutating func addFolder(externalID id: String, named name: String) {
    draft.externalFolders[name] = id
  }

  mutating func add(_ transformation: TransformationDraft, at place: SourcePlace) {
    guard isNew(.transformation, transformation.name, at: place) else { return }
    draft.transformations.append(transformation)
  }

  mutating func add(_ zone: ZoneDraft, at place: SourcePlace) {
    guard isNew(.zone, zone.zone.name, at: place) else { return }
    draft.zones.append(zone)
  }

  mutating func add(_ member: MemberDraft) { draft.members.append(member) }

  mutating func add(_ settings: GoogleTagSettingsDraft) { draft.googleTagSettings.append(settings) }

  mutating func add(_ client: ClientDraft, at place: SourcePlace) {
    guard isNew(.client, client.name, at: place) else { return }
    draft.clients.append(client)
  }

  mutating func add(_ tag: TagDraft, first isFirst: Bool = false, at place: SourcePlace) {
    guard isNew(.tag, tag.name, at: place) else { return }
    draft.tags.insert(tag, at: isFirst ? 0 : draft.tags.count)
  }

  /// Adds a trigger; one declaration may be met often, by each tag that refers to it.
  mutating func add(_ trigger: TriggerDraft, at place: SourcePlace) {
    let key = EntityKey(kind: .trigger, name: trigger.name)
    if places[key] == place, triggers[trigger.name] == trigger { return }
    guard isNew(.trigger, trigger.name, at: place) else { return }
    triggers[trigger.name] = trigger
    draft.triggers.append(trigger)
  }

  /// Adds what a trigger of the plan became.
  mutating func add(_ drafts: [TriggerDraft], for name: String, at place: SourcePlace) {
    triggerAlternatives[name] = drafts.map { .named($0.name) }
    for draft in drafts { add(draft, at: place) }
  }

  /// Returns the triggers that a trigger of the plan became.
  func triggers(named name: String) -> [TriggerName] {
    triggerAlternatives[name] ?? [.named(name)]
  }

  mutating func add(_ variable: VariableDraft, at place: SourcePlace) {
    guard isNew(.variable, variable.name, at: place) else { return }
    variables[variable.name] = variable
    draft.variables.append(variable)
  }
}

// What the live container has.
extension DraftBuilder {
  mutating func add(_ variable: ExternalVariable) {
    guard isNew(.variable, variable.name, at: variable.place) else { return }
    draft.externalVariables.append(variable.name)
  }
}

// What the plan leads to.
extension DraftBuilder {
  /// Adds a trigger unless there is one of this name that fires for the same.
  mutating func share(_ trigger: TriggerDraft, at place: SourcePlace) {
    if let known = triggers[trigger.name], known.firesLike(trigger) { return }
    add(trigger, at: place)
  }

  /// Adds a variable unless there is one of this name that gives the same.
  mutating func share(_ variable: VariableDraft, at place: SourcePlace) {
    if let known = variables[variable.name], known.givesLike(variable) { return }
    add(variable, at: place)
  }

  /// Whether a variable of this name gives something else.
  func hasOther(_ variable: VariableDraft) -> Bool {
    variables[variable.name].map { !$0.givesLike(variable) } ?? false
  }

  /// Adds a template unless it is there; its file gets a name that no other has.
  mutating func share(_ template: TemplateDraft, at place: SourcePlace) {
    guard templates[template.name] != template.text,
      isNew(.template, template.name, at: place)
    else { return }
    templates[template.name] = template.text
    var template = template
    var text = template.name
    while let name = template.fileName, !fileNames.insert(name).inserted {
      template.fileName = FileStem.unique(to: text)
      text += "+"
    }
    draft.templates.append(template)
  }

  /// Adds a template that is always the same; it is made only where it is not there yet.
  mutating func shareTemplate(
    _ name: String, at place: SourcePlace, _ draft: (_ notes: String) -> TemplateDraft
  ) {
    if templates[name] == nil { share(draft(notes()), at: place) }
  }

  /// Enables a built-in variable.
  mutating func enable(_ builtIn: BuiltIn) {
    enable(BuiltInDraft(word: builtIn.word, name: builtIn.name))
  }

  mutating func enable(_ builtIn: BuiltInDraft) { draft.builtIns.insert(builtIn) }
}

// Names that the author wrote.
extension DraftBuilder {
  /// Remembers which variables a text refers to.
  mutating func refer(to text: String, at place: SourcePlace) {
    for name in VariableReferences.names(in: text) { refer(toVariable: name, at: place) }
  }

  mutating func refer(toVariable name: String, at place: SourcePlace) {
    references.append(Reference(kind: .variable, name: name, place: place, isAdopted: isAdopted))
  }

  mutating func refer(toTrigger name: String, at place: SourcePlace) {
    references.append(Reference(kind: .trigger, name: name, place: place, isAdopted: isAdopted))
  }

  /// Looks the names up that the author wrote: enables built-in variables, reports what there is not.
  mutating func followReferences() {
    for reference in references {
      switch reference.kind {
      case .variable where variables[reference.name] == nil:
        if draft.externalVariables.contains(reference.name) { continue }
        if let builtIn = builtIn(named: reference.name) {
          // What was taken over lists those that it has.
          if !reference.isAdopted { enable(builtIn) }
        } else {
          report(reference)
        }
      case .trigger where triggers[reference.name] == nil:
        report(reference)
      default: break
      }
    }
  }

  private func builtIn(named name: String) -> BuiltInDraft? {
    guard draft.side == .web else {
      return BuiltIn.all.first { $0.name == name }.map {
        BuiltInDraft(word: $0.word, name: $0.name)
      }
    }
    return BuiltInVariableType.named(name, in: .web).map {
      BuiltInDraft(word: $0.rawValue, name: name)
    }
  }

  private mutating func report(_ reference: Reference) {
    problems.append(
      .unknown(EntityKey(kind: reference.kind, name: reference.name), at: reference.place))
  }

  private mutating func isNew(_ kind: EntityKey.Kind, _ name: String, at place: SourcePlace) -> Bool
  {
    let key = EntityKey(kind: kind, name: name)
    if name.isBlank {
      problems.append(.noName(kind, at: place))
      return false
    }
    if kind == .variable, name.contains("{") || name.contains("}") {
      problems.append(.braces(name: name, at: place))
    }
    guard let first = places[key] else {
      places[key] = place
      return true
    }
    problems.append(.duplicate(key, first: first, second: place))
    return false
  }
}
