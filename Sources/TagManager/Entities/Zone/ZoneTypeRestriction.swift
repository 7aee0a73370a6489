/// Which types of tags a zone's containers may have.
package struct ZoneTypeRestriction: JSONMapped {
  /// Whether types are restricted.
  package var enable: Bool?
  /// The types that are allowed.
  package var allowedTypeIDs: [String]
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a restriction.
  package init(
    enable: Bool? = nil, allowedTypeIDs: [String] = []
  ) {
    self.enable = enable
    self.allowedTypeIDs = allowedTypeIDs
  }
}

extension ZoneTypeRestriction {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.boolean("enable", &enable)
    try members.strings("whitelistedTypeId", &allowedTypeIDs)
  }
}
