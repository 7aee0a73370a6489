/// A custom template in a container: the text of a `.tpl` file, and where it came from.
package struct TemplateEntity: NamedEntity {
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
  /// Its name, the same as the `displayName` in its text.
  package var name: String
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  package var fingerprint: String?
  /// Its page in Tag Manager; only the API has it.
  package var tagManagerURL: String?
  /// The whole `.tpl` text: line feeds, no byte order mark, three line feeds at the end.
  package var templateData: String
  /// Its place in the template gallery; `nil` for a template of one's own.
  package var galleryReference: GalleryReference?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a custom template.
  package init(
    id: String, name: String, templateData: String, galleryReference: GalleryReference? = nil,
    containerID: String? = nil
  ) {
    self.containerID = containerID
    self.id = id
    self.name = name
    self.templateData = templateData
    self.galleryReference = galleryReference
  }
}

extension TemplateEntity {
  package static var blank: Self {
    Self(id: "", name: "", templateData: "")
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("path", &path)
    try members.string("accountId", &accountID)
    try members.string("containerId", &containerID)
    try members.string("workspaceId", &workspaceID)
    try members.string("templateId", &id)
    try members.string("name", &name)
    try members.string("fingerprint", &fingerprint)
    try members.string("tagManagerUrl", &tagManagerURL)
    try members.string("templateData", &templateData)
    try members.object("galleryReference", &galleryReference)
  }
}
