/// The consent that a tag waits for.
package struct ConsentSettings: JSONMapped {
  /// Whether it waits.
  package var status: ConsentStatus?
  /// The types of consent that it waits for: a `LIST` of texts such as `ad_storage`.
  package var types: Parameter?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes consent settings.
  package init(
    status: ConsentStatus? = nil, types: Parameter? = nil
  ) {
    self.status = status
    self.types = types
  }
}

extension ConsentSettings {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.word("consentStatus", &status)
    try members.object("consentType", &types)
  }
}
