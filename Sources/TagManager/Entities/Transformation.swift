/// A transformation of a server container: what changes an event before tags see it.
package struct Transformation: NamedEntity {
  /// The resource name; only the API has it.
  package var path: String?
  /// The account, a decimal number as text.
  package var accountID: String?
  /// The container, a decimal number as text.
  package var containerID: String?
  /// The workspace; only the API has it.
  package var workspaceID: String?
  /// Its id, unique in the whole container, a decimal number as text.
  package var id: String
  /// Its name, unique among the transformations.
  package var name: String
  /// The action that it performs, a word of Tag Manager such as `tf_augment_event`; lower case in
  /// both forms.
  package var type: String
  /// Its settings; their order means nothing.
  package var parameters: [Parameter]
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  package var fingerprint: String?
  /// Its page in Tag Manager; only the API has it.
  package var tagManagerURL: String?
  /// The folder that it lies in.
  package var parentFolderID: String?
  /// The author's notes about it.
  package var notes: String?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a transformation.
  package init(
    id: String, name: String, type: String, parameters: [Parameter] = [],
    parentFolderID: String? = nil, notes: String? = nil
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.parameters = parameters
    self.parentFolderID = parentFolderID
    self.notes = notes
  }
}

extension Transformation {
  package static var blank: Self {
    Self(id: "", name: "", type: "")
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("path", &path)
    try members.string("accountId", &accountID)
    try members.string("containerId", &containerID)
    try members.string("workspaceId", &workspaceID)
    try members.string("transformationId", &id)
    try members.string("name", &name)
    try members.string("type", &type)
    try members.objects("parameter", &parameters)
    try members.string("fingerprint", &fingerprint)
    try members.string("tagManagerUrl", &tagManagerURL)
    try members.string("parentFolderId", &parentFolderID)
    try members.string("notes", &notes)
  }
}
