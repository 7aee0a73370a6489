/// A zone: other containers that a web container loads. Never seen in an export.
package struct Zone: NamedEntity {
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
  /// Its name, unique among the zones.
  package var name: String
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  package var fingerprint: String?
  /// Its page in Tag Manager; only the API has it.
  package var tagManagerURL: String?
  /// The author's notes about it.
  package var notes: String?
  /// The containers that it loads.
  package var childContainers: [ZoneChildContainer]
  /// The boundary within which it loads them.
  package var boundary: ZoneBoundary?
  /// The restriction on the types of tags that they may contain.
  package var typeRestriction: ZoneTypeRestriction?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a zone.
  package init(
    id: String, name: String, notes: String? = nil, childContainers: [ZoneChildContainer] = [],
    boundary: ZoneBoundary? = nil, typeRestriction: ZoneTypeRestriction? = nil
  ) {
    self.id = id
    self.name = name
    self.notes = notes
    self.childContainers = childContainers
    self.boundary = boundary
    self.typeRestriction = typeRestriction
  }
}

extension Zone {
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
    try members.string("zoneId", &id)
    try members.string("name", &name)
    try members.string("fingerprint", &fingerprint)
    try members.string("tagManagerUrl", &tagManagerURL)
    try members.string("notes", &notes)
    try members.objects("childContainer", &childContainers)
    try members.object("boundary", &boundary)
    try members.object("typeRestriction", &typeRestriction)
  }
}
