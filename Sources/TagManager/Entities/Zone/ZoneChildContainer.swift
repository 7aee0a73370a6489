/// A container that a zone loads.
package struct ZoneChildContainer: JSONMapped {
  /// Its public id, `GTM-…`.
  package var publicID: String?
  /// Its name in the zone.
  package var nickname: String?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a child container.
  package init(
    publicID: String? = nil, nickname: String? = nil
  ) {
    self.publicID = publicID
    self.nickname = nickname
  }
}

extension ZoneChildContainer {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("publicId", &publicID)
    try members.string("nickname", &nickname)
  }
}
