package import Diagnostics

/// A template file that is taken as it is: its text is not read, and goes into the container byte for byte.
///
/// `Template` reads the file instead, and checks the fields of what is made from it.
public struct RawTemplate: Sendable {
  package let name: String
  package let path: String
  package let gallery: GalleryEntry?
  package let place: SourcePlace

  /// Names a template and its file.
  ///
  /// - Parameters:
  ///   - name: the template's name in Tag Manager.
  ///   - path: its file, relative to the folder of the Swift file that names it.
  ///   - gallery: its entry in the template gallery, for one that came from there.
  public init(
    _ name: String, path: String, gallery: GalleryEntry? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    self.name = name
    self.path = path
    self.gallery = gallery
    place = TagwrightPlan.place(file, line)
  }
}

/// The place in the community template gallery that a template came from, as a container export says it.
///
/// The signature cannot be computed: an entry is only ever copied whole.
public struct GalleryEntry: Hashable, Sendable {
  package let host: String?
  package let owner: String?
  package let repository: String?
  package let sha: String?
  package let signature: String?
  package let templateID: String?
  package let developerID: String?
  package let isModified: Bool?

  /// Copies an entry.
  ///
  /// - Parameters:
  ///   - owner: the owner of the template's repository.
  ///   - repository: the repository's name.
  ///   - sha: the commit of the repository, `version` of container exports.
  ///   - signature: the gallery's signature.
  ///   - templateID: the gallery's id, as in `cvt_5TP8W`; templates from before March 2025 have none.
  ///   - developerID: the developer's id.
  ///   - isModified: whether the template was changed since.
  ///   - host: the host of the repository.
  public init(
    owner: String?, repository: String?, sha: String?, signature: String?,
    templateID: String? = nil, developerID: String? = nil, isModified: Bool? = nil,
    host: String? = "github.com"
  ) {
    self.host = host
    self.owner = owner
    self.repository = repository
    self.sha = sha
    self.signature = signature
    self.templateID = templateID
    self.developerID = developerID
    self.isModified = isModified
  }
}
