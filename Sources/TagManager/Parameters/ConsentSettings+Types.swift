extension ConsentSettings {
  /// Nothing was decided: what Tag Manager writes for a new tag.
  package static let notSet = ConsentSettings(status: .notSet)
  /// The tag needs no consent.
  package static let notNeeded = ConsentSettings(status: .notNeeded)

  /// The tag needs these types of consent, such as `ad_storage`.
  package static func needed(_ types: [String]) -> ConsentSettings {
    ConsentSettings(status: .needed, types: .list(nil, types.map { .template($0) }))
  }
}
