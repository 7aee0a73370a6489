import CustomTemplate
import Parallel
import TagManager

/// A container with its entities by kind, name and id, as rules look at it.
struct CheckedContainer: Sendable {
  let version: ContainerVersion
  /// The context in which it runs; `nil` where nothing says so.
  let side: UsageContext?
  let entities: [CheckedEntity]
  /// The results of reading each template, in their order; none where templates are not looked at.
  let templates: [CheckedTemplate]
  /// Whether everything is looked at, also what takes time.
  let isWhole: Bool
  /// The container itself, for what is in no entity.
  let itself: CheckedEntity
  /// The references to variables that lead nowhere, each once for each entity.
  let unresolvedVariables: [UnresolvedVariable]
  /// The tags together with what rules look at in all kinds.
  let tags: [(tag: Tag, entity: CheckedEntity)]
  /// The triggers together with what rules look at in all kinds.
  let triggers: [(trigger: Trigger, entity: CheckedEntity)]
  /// What could not be read, and the entity that has it.
  let misreads: [(reason: ContainerReadError, entity: CheckedEntity)]
  private let places: [EntityKind: Range<Int>]
  private let names: [EntityKind: Set<String>]
  private let ids: [EntityKind: Set<String>]
  private let templatePlaces: [String: Int]

  init(_ version: ContainerVersion, side: UsageContext?, readsTemplates: Bool) {
    self.version = version
    self.side = version.container?.usageContexts.first ?? side
    entities = version.checkedEntities
    isWhole = readsTemplates
    itself = CheckedEntity(
      kind: .containerVersion, index: 0, id: "", name: version.container?.name ?? "")
    templates =
      readsTemplates ? version.customTemplates.mapConcurrently(CheckedTemplate.init) : []
    var places: [EntityKind: Range<Int>] = [:]
    var names: [EntityKind: Set<String>] = [:]
    var ids: [EntityKind: Set<String>] = [:]
    var rest = entities[...]
    while let kind = rest.first?.kind {
      let ofKind = rest.prefix { $0.kind == kind }
      places[kind] = ofKind.indices
      names[kind] = Set(ofKind.lazy.map(\.name))
      ids[kind] = Set(ofKind.lazy.map(\.id))
      rest = rest[ofKind.endIndex...]
    }
    self.places = places
    tags = Array(zip(version.tags, entities[places[.tag] ?? 0..<0]))
    triggers = Array(zip(version.triggers, entities[places[.trigger] ?? 0..<0]))
    self.names = names
    self.ids = ids
    misreads = version.misreads.withEntities(of: itself, among: entities, places)
    var templatePlaces: [String: Int] = [:]
    for (place, template) in version.customTemplates.enumerated() {
      for type in template.entityTypes {
        templatePlaces[type.text] = templatePlaces[type.text] ?? place
      }
    }
    self.templatePlaces = templatePlaces
    let known = (names[.variable] ?? []).union(names[.builtInVariable] ?? []).union(["_event"])
    let context = self.side ?? .web
    unresolvedVariables = entities.flatMap { entity in
      entity.variableNames.filter { !known.contains($0) }.map { name in
        UnresolvedVariable(
          entity: entity, name: name, builtIn: BuiltInVariableType.named(name, in: context))
      }
    }
  }

  /// The entities of a kind.
  func all(_ kind: EntityKind) -> ArraySlice<CheckedEntity> { entities[places[kind] ?? 0..<0] }

  /// The place of the entity that has a fault, among all entities; the container itself stands before them.
  func place(of fault: ContainerFault) -> Int {
    fault.kind == .containerVersion ? -1 : (places[fault.kind]?.lowerBound ?? 0) + fault.index
  }

  /// Whether a fault is the lack of something that may stand in the file where it could not be read.
  func mayBeUnread(_ fault: ContainerFault) -> Bool {
    let kinds = ContainerRule.missedKinds[fault.rule] ?? []
    let isAboutAbsence = ContainerRule.aboutAbsence.contains(fault.rule)
    return misreads.contains { reason, entity in
      reason.losesContent
        && (kinds.contains(entity.kind) || kinds.contains { reason.isList(of: $0) }
          || isAboutAbsence && entity.kind == fault.kind && entity.index == fault.index)
    }
  }

  /// The names of a kind.
  func names(of kind: EntityKind) -> Set<String> { names[kind] ?? [] }

  /// Whether an entity of a kind has an id.
  func has(_ kind: EntityKind, id: String) -> Bool { ids[kind]?.contains(id) == true }

  /// The place of the template that a type such as `cvt_1_2` names.
  func template(ofType type: String) -> Int? { templatePlaces[type] }
}

/// A reference to a variable that is neither declared nor enabled.
struct UnresolvedVariable: Sendable {
  let entity: CheckedEntity
  let name: String
  /// The built-in variable of that name, where Tag Manager has one.
  let builtIn: BuiltInVariableType?
}

/// A template as its text describes it.
enum CheckedTemplate: Sendable {
  case readable(kind: CustomTemplate.Kind?, side: CustomTemplate.Side, fields: [String])
  /// Tag Manager cannot take it, for this reason.
  case unusable(String)

  init(_ entity: TemplateEntity) {
    do throws(TemplateReadError) {
      let template = try TemplateDocument.read(entity.templateData, file: entity.name).template
      self =
        template.code.allSatisfy(\.isWhitespace)
        ? .unusable("has no code")
        : .readable(
          kind: template.info.kind, side: template.side,
          fields: template.fields.flattened.map(\.name))
    } catch {
      self = .unusable("cannot be read: \(error.message)")
    }
  }
}

extension [ContainerReadError] {
  /// Each with the entity that it is in; what is in none belongs to the container itself.
  fileprivate func withEntities(
    of container: CheckedEntity, among entities: [CheckedEntity],
    _ places: [EntityKind: Range<Int>]
  ) -> [(reason: ContainerReadError, entity: CheckedEntity)] {
    guard !isEmpty else { return [] }
    var lost: [EntityKind: [Int]] = [:]
    return map { reason in
      guard let (kind, index, isWhole) = reason.entity else { return (reason, container) }
      if isWhole { lost[kind, default: []].append(index) }
      // What is no object is not among the entities, so that those behind it move up.
      let place = index - (lost[kind] ?? []).count { $0 < index }
      guard !isWhole, let range = places[kind], place < range.count else {
        return (reason, CheckedEntity(kind: kind, index: place, id: "", name: ""))
      }
      return (reason, entities[range.lowerBound + place])
    }
  }
}

extension ContainerReadError {
  /// The path below the version.
  private var innerPath: Substring { path.trimmingPrefix("containerVersion.") }

  /// The entity in the path, by its kind and its place in the file's list, and whether it is meant itself.
  fileprivate var entity: (kind: EntityKind, index: Int, isWhole: Bool)? {
    let parts = innerPath.split(separator: "[", maxSplits: 1)
    guard parts.count == 2, let kind = EntityKind(rawValue: String(parts[0])),
      let end = parts[1].firstIndex(of: "]"), let index = Int(parts[1][..<end])
    else { return nil }
    let rest = parts[1][parts[1].index(after: end)...]
    return (kind, index, rest.isEmpty && message.hasPrefix("expected an object"))
  }

  /// Whether it is about the list of all entities of a kind.
  fileprivate func isList(of kind: EntityKind) -> Bool { innerPath == kind.rawValue }
}
