/// Foreign text inside Swift source.
package enum SwiftText {
  /// A string literal that holds exactly this text.
  package static func literal(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// The inside of a string literal; also what a comment may hold, since it stays on its line and shows what it is.
  package static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": #"\""#
      case "\\": #"\\"#
      case "\n": #"\n"#
      case "\r": #"\r"#
      case "\t": #"\t"#
      case _ where isHidden(scalar): "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: String(scalar)
      }
    }.joined()
  }

  /// Whether a reader would not see it, or see something else than what the compiler reads.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned,
      .nonspacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
