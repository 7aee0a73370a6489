/// A custom template's origin in the community template gallery.
///
/// Its signature cannot be computed: a reference is only ever copied whole.
package struct GalleryReference: JSONMapped {
  /// The host of the repository: `github.com`.
  package var host: String?
  /// The owner of the repository.
  package var owner: String?
  /// The name of the repository.
  package var repository: String?
  /// The commit of the repository, 40 hexadecimal digits.
  package var version: String?
  /// Whether the text was changed since; never seen in an export.
  package var isModified: Bool?
  /// A signature by the gallery, 64 hexadecimal digits.
  package var signature: String?
  /// The developer's id; never seen in an export.
  package var templateDeveloperID: String?
  /// The gallery's id, as in `cvt_5TP8W`; absent before March 2025.
  package var galleryTemplateID: String?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a reference.
  package init(
    host: String? = nil, owner: String? = nil, repository: String? = nil, version: String? = nil,
    isModified: Bool? = nil, signature: String? = nil, templateDeveloperID: String? = nil,
    galleryTemplateID: String? = nil
  ) {
    self.host = host
    self.owner = owner
    self.repository = repository
    self.version = version
    self.isModified = isModified
    self.signature = signature
    self.templateDeveloperID = templateDeveloperID
    self.galleryTemplateID = galleryTemplateID
  }
}

extension GalleryReference {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("host", &host)
    try members.string("owner", &owner)
    try members.string("repository", &repository)
    try members.string("version", &version)
    try members.boolean("isModified", &isModified)
    try members.string("signature", &signature)
    try members.string("templateDeveloperId", &templateDeveloperID)
    try members.string("galleryTemplateId", &galleryTemplateID)
  }
}
