/// The tag that fires before another.
package struct SetupTag: JSONMapped {
  /// Its name.
  package var tagName: String?
  /// Whether the other is not fired where this one fails.
  package var stopOnSetupFailure: Bool?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Names a setup tag.
  package init(
    tagName: String? = nil, stopOnSetupFailure: Bool? = nil
  ) {
    self.tagName = tagName
    self.stopOnSetupFailure = stopOnSetupFailure
  }
}

extension SetupTag {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("tagName", &tagName)
    try members.boolean("stopOnSetupFailure", &stopOnSetupFailure)
  }
}
