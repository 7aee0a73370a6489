/// The file that Tag Manager exports and imports.
package struct ContainerExport: JSONMapped {
  /// The version of the format: 2.
  package var formatVersion: Int?
  /// The time of the export, in UTC: `YYYY-MM-DD HH:MM:SS`.
  package var exportTime: String?
  /// The version of the container that the file holds.
  package var version: ContainerVersion
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a file.
  package init(
    version: ContainerVersion, exportTime: String? = nil, formatVersion: Int? = 2
  ) {
    self.formatVersion = formatVersion
    self.exportTime = exportTime
    self.version = version
  }
}

extension ContainerExport {
  package static var blank: Self {
    Self(version: .blank, formatVersion: nil)
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.integer("exportFormatVersion", &formatVersion)
    try members.string("exportTime", &exportTime)
    try members.object("containerVersion", &version)
  }
}
