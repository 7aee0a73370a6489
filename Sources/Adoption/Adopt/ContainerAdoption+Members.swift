import Compiler
import JSONText
import TagManager
import TagwrightPlan

// Members that no word of the plan says.
extension ContainerAdoption {
  var members: [Filed] {
    version.unmodelled.members.compactMap { Self.member($0.key, $0.value, of: nil, "", in: []) }
      + members(of: version.clients, .client, .client) + members(of: version.tags, .tag, .tag)
      + members(of: version.triggers, .trigger, .trigger)
      + members(of: version.variables, .variable, .variable)
      + members(of: version.transformations, .transformation, .transformation)
      + members(of: version.folders, .folder, .folder) + members(of: version.zones, .zone, .zone)
      + members(of: version.customTemplates, .customTemplate, .template)
      + version.builtInVariables.filter { isWanted(.builtInVariable, $0.type.displayName) }
      .flatMap { Self.members(of: $0, .builtInVariable, $0.name ?? $0.type.displayName) }
      + version.gtagConfigs.filter { isWanted(.gtagConfig, $0.type) }
      .flatMap { Self.members(of: $0, .googleTagSettings, $0.type) }
  }

  /// The members of entities and of everything inside them.
  private func members(
    of entities: [some NamedEntity & JSONMapped], _ kind: EntityKind, _ owner: RawMember.Owner
  ) -> [Filed] {
    entities.filter { isWanted(kind, $0.name) }.flatMap { Self.members(of: $0, owner, $0.name) }
  }

  private static func members(
    of entity: some JSONMapped, _ owner: RawMember.Owner, _ name: String
  ) -> [Filed] {
    UnmodelledMembers(of: entity).found.compactMap {
      member($0.key, $0.value, of: owner, name, in: $0.path)
    }
  }

  private static func member(
    _ key: String, _ value: JSON, of owner: RawMember.Owner?, _ name: String, in path: [String]
  ) -> Filed? {
    RawJSON(literal: value).map {
      Filed(.rawMember(RawMember(key, $0, of: owner, name, in: path, at: .none)))
    }
  }
}

extension RawJSON {
  /// A value as a literal; `nil` where a number has another form than Swift would give it, and for what looks like a token.
  fileprivate init?(literal json: JSON) {
    switch json {
    case .null: self.init(.null)
    case .bool(let value): self.init(.boolean(value))
    case .number(let number):
      let isPlain =
        number.integer.map { "\($0)" == number.text } ?? ("\(number.double)" == number.text)
      guard isPlain else { return nil }
      self.init(.number(number.text))
    case .string(let text):
      guard TokenPattern.first(in: text) == nil else { return nil }
      self.init(.text(text))
    case .array(let elements):
      let values = elements.compactMap { RawJSON(literal: $0) }
      guard values.count == elements.count else { return nil }
      self.init(.list(values))
    case .object(let object):
      let members = object.members.compactMap { member in
        RawJSON(literal: member.value).map { (key: member.key, value: $0) }
      }
      guard members.count == object.members.count else { return nil }
      self.init(.object(members))
    }
  }
}
