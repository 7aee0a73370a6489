/// The strictness of a reading, and the way its errors name the place.
package struct JSONReadOptions: Hashable, Sendable {
  /// The ways to treat a key that an object has twice.
  package enum RepeatedKeys: Hashable, Sendable {
    /// It is an error that names the key and both places.
    case refused
    /// The last value counts, at the place of the first, as in JavaScript.
    case lastOneCounts
  }

  /// The ways to treat half a surrogate pair, such as `\ud83d` alone, which JavaScript's texts may
  /// hold and Unicode's may not.
  package enum HalfPairs: Hashable, Sendable {
    /// It is an error.
    case refused
    /// It becomes U+FFFD, as when JavaScript writes such a text in UTF-8.
    case replaced
  }

  /// No text is read deeper than this, whatever is asked for: values are taken apart recursively.
  package static let greatestDepth = 1000

  /// The file that errors name.
  package var file: String?
  /// The line number of the text's first line, for a text that stands inside a file.
  package var firstLine: Int
  /// The number of arrays and objects that may be open at once; more is an error.
  package var depthLimit: Int
  /// The treatment of a key that an object has twice.
  package var repeatedKeys: RepeatedKeys
  /// The treatment of half a surrogate pair.
  package var halfPairs: HalfPairs

  package init(
    file: String? = nil, firstLine: Int = 1, depthLimit: Int = 512,
    repeatedKeys: RepeatedKeys = .refused, halfPairs: HalfPairs = .refused
  ) {
    self.file = file
    self.firstLine = firstLine
    self.depthLimit = depthLimit
    self.repeatedKeys = repeatedKeys
    self.halfPairs = halfPairs
  }

  /// The reading of what pages and servers write: as `JSON.parse` takes it.
  package static func ofJavaScript(file: String? = nil) -> JSONReadOptions {
    JSONReadOptions(file: file, repeatedKeys: .lastOneCounts, halfPairs: .replaced)
  }
}
