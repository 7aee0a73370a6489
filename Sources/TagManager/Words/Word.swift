/// A word of an enumeration of the Tag Manager API, kept as the export form writes it (`CUSTOM_EVENT`).
///
/// Open: a word that is not known here is read and printed like any other.
package protocol Word: RawRepresentable<String>, Hashable, Sendable, CustomStringConvertible {
  init(rawValue: String)
}

extension Word {
  /// The word as the export form writes it.
  package var description: String { rawValue }
}
