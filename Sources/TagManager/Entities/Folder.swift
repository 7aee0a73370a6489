/// A folder of tags, triggers and variables.
package struct Folder: NamedEntity {
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
  /// Its name, unique among the folders.
  package var name: String
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  package var fingerprint: String?
  /// Its page in Tag Manager; only the API has it.
  package var tagManagerURL: String?
  /// The author's notes about it.
  package var notes: String?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a folder.
  package init(id: String, name: String, notes: String? = nil) {
    self.id = id
    self.name = name
    self.notes = notes
  }
}

extension Folder {
  package static var blank: Self {
    Self(id: "", name: "")
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("path", &path)
    try members.string("accountId", &accountID)
    try members.string("containerId", &containerID)
    try members.string("workspaceId", &workspaceID)
    try members.string("folderId", &id)
    try members.string("name", &name)
    try members.string("fingerprint", &fingerprint)
    try members.string("tagManagerUrl", &tagManagerURL)
    try members.string("notes", &notes)
  }
}
