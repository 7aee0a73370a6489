package import Diagnostics

/// A member of a container export that Tagwright has no word for: of an entity, or of the container itself.
///
/// A member that the plan has a word for, such as `notes`, is refused.
public struct RawMember: Sendable {
  /// The kinds of entities that can have such members.
  public enum Owner: String, Sendable {
    /// A tag.
    case tag
    /// A trigger.
    case trigger
    /// A variable.
    case variable
    /// A client.
    case client
    /// A folder.
    case folder
    /// A template.
    case template
    /// A transformation.
    case transformation
    /// A zone.
    case zone
    /// A built-in variable.
    case builtInVariable
    /// The settings of a Google tag, which are known by their type.
    case googleTagSettings
  }

  package let key: String
  package let value: RawJSON
  package let owner: Owner?
  package let name: String
  /// The way from the entity to the object that has the member; empty for the entity itself.
  package let path: [String]
  package let place: SourcePlace

  /// A member of the container's version, beside its tags and variables.
  public init(
    _ key: String, _ value: RawJSON, file: StaticString = #filePath, line: UInt = #line
  ) {
    self.init(key, value, of: nil, "", in: [], at: TagwrightPlan.place(file, line))
  }

  /// A member of an entity of the container.
  ///
  /// - Parameters:
  ///   - key: the member's key in container exports.
  ///   - value: its value.
  ///   - owner: the kind of the entity.
  ///   - name: the entity's name.
  ///   - path: the way from the entity to the object inside it that has the member: keys, the keys of parameters, or the
  ///     numbers of elements, such as `["parameter", "map", "list", "0"]`.
  public init(
    _ key: String, _ value: RawJSON, of owner: Owner, _ name: String, in path: [String] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.init(key, value, of: owner, name, in: path, at: TagwrightPlan.place(file, line))
  }

  package init(
    _ key: String, _ value: RawJSON, of owner: Owner?, _ name: String, in path: [String],
    at place: SourcePlace
  ) {
    self.path = path
    self.key = key
    self.value = value
    self.owner = owner
    self.name = name
    self.place = place
  }
}
