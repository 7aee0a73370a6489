import JSONText

/// The conversions that are Meta's own (`user_data` of the Conversions API).
extension Conversion {
  static let reference = hashed("reference", example: "User-4711X ") { $0.lowercased() }
  static let letters = hashed("letters", example: "New York", squeezed)
  static let region = hashed("region", example: "Bayern", squeezed)
  static let postcode = hashed("postcode", example: "M1 1AE", squeezed)
  static let nation = hashed("nation", example: "DE") { $0.lowercased() }

  /// A click keeps the time at which it was seen first.
  static let fbc = Conversion(
    "fbc", example: "fb.1.1767225500000.IwAR2F4-dbP0l7",
    link: Link(example: "IwAR2F4") { .string("fb.1.1767225600000.\($0)") }, looksAtKept: true)
  static let composite = Conversion("composite", example: "fb.1.1767225500000.1116446470")
  static let whole = Conversion("whole", example: "1234567890") { value in
    value.shownText.flatMap(Int.init).map { .number(JSONNumber($0)) }
  }
  static let leadID = Conversion("leadID", example: "1234567890123456")
  static let appDevice = Conversion("appDevice", example: .array((0..<16).map { _ in "a2" }))
  static let limited = Conversion("limited", example: "true") { _ in ["LDU"] }
}
