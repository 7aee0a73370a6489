import Diagnostics
import JSONText
import TagManager
import TagwrightPlan

/// A member of an entity, or of the container, that the plan has no word for.
struct MemberDraft {
  let key: String
  let value: JSON
  /// The way from the entity to the object that has the member: keys, those of parameters, or numbers of elements.
  let path: [String]
  /// The kind of the entity; `nil` for the container.
  let kind: EntityKind?
  /// The entity's name.
  let name: String
  let place: SourcePlace
}

/// The reason why a container cannot have a member.
enum MemberProblem: Error {
  /// The entity is not there.
  case noOwner
  /// The object inside the entity is not there.
  case noPlace
  /// A word of the plan says it.
  case isKnown
  case isRepeated
}

extension DraftBuilder {
  mutating func lower(_ member: RawMember) {
    add(
      MemberDraft(
        key: member.key, value: JSON(member.value), path: member.path,
        kind: member.owner.map(EntityKind.init), name: member.name, place: member.place))
  }
}

extension ContainerDraft {
  /// The members that the container cannot have.
  var memberProblems: [(member: MemberDraft, problem: MemberProblem)] {
    guard !members.isEmpty else { return [] }
    var plain = self
    plain.members = []
    var version = plain.numbered.version
    return version.add(members)
  }
}

extension ContainerVersion {
  /// Adds members that no word of the plan says, and returns those that have no place.
  @discardableResult
  mutating func add(
    _ members: [MemberDraft]
  ) -> [(member: MemberDraft, problem: MemberProblem)] {
    members.compactMap { member in
      do throws(MemberProblem) {
        try add(member)
        return nil
      } catch {
        return (member, error)
      }
    }
  }

  private mutating func add(_ member: MemberDraft) throws(MemberProblem) {
    switch member.kind {
    case .tag: try tags.add(member)
    case .trigger: try triggers.add(member)
    case .variable: try variables.add(member)
    case .client: try clients.add(member)
    case .folder: try folders.add(member)
    case .customTemplate: try customTemplates.add(member)
    case .transformation: try transformations.add(member)
    case .zone: try zones.add(member)
    case .builtInVariable:
      try builtInVariables.add(member) { $0.name ?? $0.type.displayName }
    case .gtagConfig: try gtagConfigs.add(member, named: \.type)
    default: self = try holding(member)
    }
  }
}

extension Array where Element: NamedEntity & JSONMapped {
  fileprivate mutating func add(_ member: MemberDraft) throws(MemberProblem) {
    try add(member, named: \.name)
  }
}

extension Array where Element: JSONMapped {
  fileprivate mutating func add(
    _ member: MemberDraft, named name: (Element) -> String
  ) throws(MemberProblem) {
    guard let index = firstIndex(where: { name($0) == member.name }) else { throw .noOwner }
    self[index] = try self[index].holding(member)
  }
}

extension JSONMapped {
  /// The same with a member that the model does not know.
  fileprivate func holding(_ member: MemberDraft) throws(MemberProblem) -> Self {
    func isThis(_ found: UnmodelledMembers.Found) -> Bool {
      found.path == member.path && found.key == member.key
    }
    guard !UnmodelledMembers(of: self).found.contains(where: isThis) else { throw .isRepeated }
    guard let json = json(.export).setting(member.key, to: member.value, in: member.path[...])
    else { throw .noPlace }
    guard let made = try? Self(json: json, form: .export),
      UnmodelledMembers(of: made).found.contains(where: isThis)
    else { throw .isKnown }
    return made
  }
}

extension JSON {
  /// The same with a member of the object that a path leads to; `nil` where there is none.
  fileprivate func setting(_ key: String, to value: JSON, in path: ArraySlice<String>) -> JSON? {
    switch (self, path.first) {
    case (.object(var object), nil):
      object[key] = value
      return .object(object)
    case (.object(var object), let step?):
      guard let inner = object[step]?.setting(key, to: value, in: path.dropFirst()) else {
        return nil
      }
      object[step] = inner
      return .object(object)
    case (.array(var elements), let step?):
      let index = elements.firstIndex { $0["key"] == .string(step) } ?? Int(step)
      guard let index, elements.indices.contains(index),
        let inner = elements[index].setting(key, to: value, in: path.dropFirst())
      else { return nil }
      elements[index] = inner
      return .array(elements)
    default: return nil
    }
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
    case .builtInVariable: self = .builtInVariable
    case .googleTagSettings: self = .gtagConfig
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
