import JSONText

/// A conversion of a value to the form that a destination takes: its code, an example on its way
/// in, and what the destination gets of one.
struct Conversion: Sendable {
  /// The expression of the function that converts.
  let code: String
  /// A value as a hit may bring it.
  let example: JSON
  /// A function that returns what the destination gets of a value; `nil` where it is left out.
  let result: @Sendable (JSON) -> JSON?
  /// The same without hashing, for a pixel that hashes by itself.
  let plain: Plain?
  /// Whether text goes out as it is, so that no personal data may be in it.
  let isText: Bool
  /// The conversion of an id in a page's address, with an example of one; `nil` where that cannot
  /// be told.
  let link: Link?
  /// Whether the function is made from the candidates that keep an id, since they decide what becomes of another.
  let looksAtKept: Bool

  /// The form of a text before it is hashed.
  struct Plain: Sendable {
    let code: String
    let result: @Sendable (JSON) -> String
  }

  /// An id that a page's address brings.
  struct Link: Sendable {
    let example: String
    let result: @Sendable (String) -> JSON

    /// One that goes out as it is.
    static let plain = Link(example: "E.C.P.example") { .string($0) }
  }

  init(
    _ code: String, example: JSON, plain: Plain? = nil, isText: Bool = false,
    link: Link? = nil, looksAtKept: Bool = false,
    result: @escaping @Sendable (JSON) -> JSON? = { $0 }
  ) {
    self.code = code
    self.example = example
    self.plain = plain
    self.isText = isText
    self.link = link
    self.looksAtKept = looksAtKept
    self.result = result
  }
}

extension Conversion: Hashable {
  static func == (left: Conversion, right: Conversion) -> Bool { left.code == right.code }
  func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
