import Compiler
import TagManager

/// An entity by its kind and name; a built-in variable by its type.
struct EntityName: Hashable {
  let kind: EntityKind
  let name: String

  init(_ kind: EntityKind, _ name: String) {
    self.kind = kind
    self.name = name
  }
}

extension ContainerVersion {
  /// Everything that is in it.
  var entityNames: Set<EntityName> {
    var names: Set<EntityName> = []
    func add(_ kind: EntityKind, _ entities: [some NamedEntity]) {
      for entity in entities { names.insert(EntityName(kind, entity.name)) }
    }
    add(.tag, tags)
    add(.trigger, triggers)
    add(.variable, variables)
    add(.folder, folders)
    add(.client, clients)
    add(.customTemplate, customTemplates)
    add(.transformation, transformations)
    add(.zone, zones)
    for builtIn in builtInVariables {
      names.insert(EntityName(.builtInVariable, builtIn.type.displayName))
    }
    return names
  }

  /// The entities that have one of these names.
  func only(_ names: Set<EntityName>) -> ContainerVersion {
    var copy = self
    copy.tags = tags.filter { names.contains(EntityName(.tag, $0.name)) }
    copy.triggers = triggers.filter { names.contains(EntityName(.trigger, $0.name)) }
    copy.variables = variables.filter { names.contains(EntityName(.variable, $0.name)) }
    copy.folders = folders.filter { names.contains(EntityName(.folder, $0.name)) }
    copy.clients = clients.filter { names.contains(EntityName(.client, $0.name)) }
    copy.customTemplates = customTemplates.filter {
      names.contains(EntityName(.customTemplate, $0.name))
    }
    copy.transformations = transformations.filter {
      names.contains(EntityName(.transformation, $0.name))
    }
    copy.zones = zones.filter { names.contains(EntityName(.zone, $0.name)) }
    copy.builtInVariables = builtInVariables.filter {
      names.contains(EntityName(.builtInVariable, $0.type.displayName))
    }
    copy.gtagConfigs = []
    return copy
  }

  /// The same with notes as the author of a plan wrote them; `nil` where notes of a tag, a variable or a folder do not
  /// end with the plan's mark.
  func withNotes(ofPlan name: String, of wanted: (EntityKind, String) -> Bool) -> ContainerVersion?
  {
    var copy = self
    func own(_ notes: inout String?, _ kind: EntityKind, _ entity: String, _ purpose: String? = nil)
      -> Bool
    {
      guard wanted(kind, entity) else { return true }
      guard let own = Compilation.ownNotes(in: notes, ofPlan: name, behind: purpose) else {
        return false
      }
      notes = own.isEmpty ? nil : own
      return true
    }
    for index in tags.indices {
      let purpose = tags[index].type == "sgtmgaaw" ? Compilation.ga4TagPurpose : nil
      guard own(&copy.tags[index].notes, .tag, tags[index].name, purpose) else { return nil }
    }
    for index in variables.indices {
      guard own(&copy.variables[index].notes, .variable, variables[index].name) else { return nil }
    }
    for index in folders.indices {
      guard own(&copy.folders[index].notes, .folder, folders[index].name) else { return nil }
    }
    return copy
  }
}
