/// The tag that fires after another.
package struct TeardownTag: JSONMapped {
  /// Its name.
  package var tagName: String?
  /// Whether this one is not fired where the other fails.
  package var stopTeardownOnFailure: Bool?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Names a teardown tag.
  package init(
    tagName: String? = nil, stopTeardownOnFailure: Bool? = nil
  ) {
    self.tagName = tagName
    self.stopTeardownOnFailure = stopTeardownOnFailure
  }
}

extension TeardownTag {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("tagName", &tagName)
    try members.boolean("stopTeardownOnFailure", &stopTeardownOnFailure)
  }
}
