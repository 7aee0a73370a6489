package import Diagnostics

/// A member of a container export that Tagwright has no word for: of an entity, or of the container itself.
///
/// A member that a word of the plan gives, such as `notes`, gives way to it.
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
  }

  package let key: String
  package let value: RawJSON
  package let owner: Owner?
  package let name: String
  package let place: SourcePlace

  /// A member of the container's version, beside its tags and variables.
  public init(
    _ key: String, _ value: RawJSON, file: StaticString = #filePath, line: UInt = #line
  ) {
    self.init(key, value, of: nil, "", at: TagwrightPlan.place(file, line))
  }

  /// A member of an entity of the container.
  ///
  /// - Parameters:
  ///   - key: the member's key in container exports.
  ///   - value: its value.
  ///   - owner: the kind of the entity.
  ///   - name: the entity's name.
  public init(
    _ key: String, _ value: RawJSON, of owner: Owner, _ name: String,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.init(key, value, of: owner, name, at: TagwrightPlan.place(file, line))
  }

  package init(
    _ key: String, _ value: RawJSON, of owner: Owner?, _ name: String, at place: SourcePlace
  ) {
    self.key = key
    self.value = value
    self.owner = owner
    self.name = name
    self.place = place
  }
}
