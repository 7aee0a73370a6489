/// The settings of a Google tag. Never seen in an export.
package struct GtagConfig: Entity {
  /// The resource name; only the API has it.
  package var path: String?
  /// The account, a decimal number as text.
  package var accountID: String?
  /// The container, a decimal number as text.
  package var containerID: String?
  /// The workspace; only the API has it.
  package var workspaceID: String?
  /// Its id, a decimal number as text.
  package var id: String
  /// Its type, a word of Tag Manager.
  package var type: String
  /// Its settings; their order means nothing.
  package var parameters: [Parameter]
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  package var fingerprint: String?
  /// Its page in Tag Manager; only the API has it.
  package var tagManagerURL: String?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes the settings of a Google tag.
  package init(id: String, type: String, parameters: [Parameter] = []) {
    self.id = id
    self.type = type
    self.parameters = parameters
  }
}

extension GtagConfig {
  package static var blank: Self {
    Self(id: "", type: "")
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("path", &path)
    try members.string("accountId", &accountID)
    try members.string("containerId", &containerID)
    try members.string("workspaceId", &workspaceID)
    try members.string("gtagConfigId", &id)
    try members.string("type", &type)
    try members.objects("parameter", &parameters)
    try members.string("fingerprint", &fingerprint)
    try members.string("tagManagerUrl", &tagManagerURL)
  }
}
