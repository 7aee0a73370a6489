/// A variable of Tag Manager's own that is switched on in this container.
package struct BuiltInVariable: Entity {
  /// The resource name; only the API has it.
  package var path: String?
  /// The account, a decimal number as text.
  package var accountID: String?
  /// The container, a decimal number as text.
  package var containerID: String?
  /// The workspace; only the API has it.
  package var workspaceID: String?
  /// Which one.
  package var type: BuiltInVariableType
  /// The name by which it is read, as `{{name}}`.
  package var name: String?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Switches a built-in variable on; Tag Manager writes the name too, see `BuiltInVariableType.displayName`.
  package init(type: BuiltInVariableType, name: String? = nil) {
    self.type = type
    self.name = name
  }
}

extension BuiltInVariable {
  package static var blank: Self {
    Self(type: BuiltInVariableType(rawValue: ""))
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("path", &path)
    try members.string("accountId", &accountID)
    try members.string("containerId", &containerID)
    try members.string("workspaceId", &workspaceID)
    try members.word("type", &type)
    try members.string("name", &name)
  }
}
