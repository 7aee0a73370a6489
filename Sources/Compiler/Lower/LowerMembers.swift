import JSONText
import TagManager
import TagwrightPlan

/// A member of an entity, or of the container, that the plan has no word for.
struct MemberDraft {
  let key: String
  let value: JSON
  /// The kind of the entity; `nil` for the container.
  let kind: EntityKind?
  /// The entity's name.
  let name: String
}

extension DraftBuilder {
  mutating func lower(_ member: RawMember) {
    add(
      MemberDraft(
        key: member.key, value: JSON(member.value), kind: member.owner.map(EntityKind.init),
        name: member.name))
  }
}

extension ContainerVersion {
  /// Adds members that no word of the plan says; one that a word says gives way.
  mutating func add(_ members: [MemberDraft]) {
    for member in members {
      switch member.kind {
      case .tag: tags.add(member)
      case .trigger: triggers.add(member)
      case .variable: variables.add(member)
      case .client: clients.add(member)
      case .folder: folders.add(member)
      case .customTemplate: customTemplates.add(member)
      case .transformation: transformations.add(member)
      case .zone: zones.add(member)
      default: self = holding(member)
      }
    }
  }
}

extension Array where Element: NamedEntity & JSONMapped {
  fileprivate mutating func add(_ member: MemberDraft) {
    for index in indices where self[index].name == member.name {
      self[index] = self[index].holding(member)
    }
  }
}

extension JSONMapped {
  fileprivate func holding(_ member: MemberDraft) -> Self {
    guard case .object(var object) = json(.export) else { return self }
    object[member.key] = member.value
    return (try? Self(json: .object(object), form: .export)) ?? self
  }
}

extension EntityKind {
  fileprivate init(_ owner: RawMember.Owner) {
    switch owner {
    case .tag: self = .tag
    case .trigger: self = .trigger
    case .variable: self = .variable
    case .client: self = .client
    case .folder: self = .folder
    case .template: self = .customTemplate
    case .transformation: self = .transformation
    case .zone: self = .zone
    }
  }
}

extension JSON {
  fileprivate init(_ raw: RawJSON) {
    switch raw.kind {
    case .null: self = .null
    case .boolean(let value): self = .bool(value)
    case .number(let text): self = .number(JSONNumber(unchecked: text))
    case .text(let text): self = .string(text)
    case .list(let elements): self = .array(elements.map { JSON($0) })
    case .object(let members):
      var object = JSONObject()
      for member in members { object[member.key] = JSON(member.value) }
      self = .object(object)
    }
  }
}
