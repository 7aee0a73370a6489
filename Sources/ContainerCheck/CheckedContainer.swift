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
  /// The references to variables that lead nowhere, each once for each entity.
  let unresolvedVariables: [UnresolvedVariable]
  /// The tags together with what rules look at in all kinds.
  let tags: [(tag: Tag, entity: CheckedEntity)]
  /// The triggers together with what rules look at in all kinds.
  let triggers: [(trigger: Trigger, entity: CheckedEntity)]
  private let places: [EntityKind: Range<Int>]
  private let names: [EntityKind: Set<String>]
  private let ids: [EntityKind: Set<String>]
  private let templatePlaces: [String: Int]

  init(_ version: ContainerVersion, side: UsageContext?, readsTemplates: Bool) {
    self.version = version
    self.side = version.container?.usageContexts.first ?? side
    entities = version.checkedEntities
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

  /// The place of the entity that has a fault, among all entities.
  func place(of fault: ContainerFault) -> Int {
    (places[fault.kind]?.lowerBound ?? 0) + fault.index
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
