/// The file that Tag Manager exports and imports.
package struct ContainerExport: JSONMapped {
  /// The version of the format: 2.
  package var formatVersion: Int?
  /// When it was exported, in UTC: `YYYY-MM-DD HH:MM:SS`.
  package var exportTime: String?
  /// What is in it.
  package var version: ContainerVersion
  /// What was read and has no property here.
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
