import SandboxedJS

/// Texts that stand where a value is missing: words of programming languages, databases and Google Analytics, functions
/// that nobody called, macros that nobody filled in, the errors of spreadsheets, dashes, and the digests of such words.
///
/// The one list of them: the patterns of generated templates are made from it, too.
package enum MissingText {
  /// A pattern for such a text in lower case, without blanks around it; it means the same in RE2 and in JavaScript.
  package static let pattern = "^(\((words + macros + [digests]).joined(separator: "|")))$"

  /// One text of each kind, as hits bring them.
  package static let examples = [
    "undefined", "null", "NaN", "(not set)", "(none)", "[object Object]", "{{Event ID}}",
    "__CLICKID__", "{click_id}", "[CLICKID]", "%%CLICKID%%", "${clickId}", "-", #"\N"#,
    "Invalid Date", "function () {}",
  ]

  /// A pattern for texts in lower case that are not ids: words that orders and visitors without an id share. As the name of
  /// a product, such a word can be a value.
  package static let patternOfSharedIDs =
    "^(none|true|false|unknown|anonymous|guest|unset|-?infinity)$"

  private static let words = [
    // Several of them are joined where an id is made of parts that are missing.
    #"[-_]*(["'(<[{#]*(undefined|null|nan|nil|n/a|invalid date|not[ _-](set|provided)|object [a-z]+)[\])}>"']*[-_.:,;/|@ ]*)+([.][a-z]+)?"#,
    #"\\n"#, "function[ (][^|]*[}]",
    "[(]none[)]", "#(ref|value|div/0|num|null|name)[!?]",
    #"[-_.\#u{2013}\#u{2014}\#u{200B}-\#u{200D}\#u{2060}]+"#,
  ]

  /// Names between the marks that templates of shops, mails and advertisers have.
  private static let macros = [
    #"[#$%@!]*[{]+[^{}"]*[}]+"#, #"[[]+[a-z_][a-z0-9_ .-]*[\]]+"#, "<[^<>]*>",
    "(__|%%?|##?|[$][$]?|@@?|[*]?[|])[a-z0-9_.:-]+(__|%%?|##?|[$][$]?|@@?|[|][*]?)", "%[a-z]",
    "%7b[a-z0-9%_. -]*%7d",
  ]

  /// Digests are known by their first 8 digits, which no other text's digest can be expected to share.
  private static var digests: String {
    let spelt = [
      "", " ", "-", "n/a", "N/A", "NaN", "nan", "NAN", "[object Object]", "[object object]",
    ]
    let others = ["undefined", "null", "(not set)", "(none)"].flatMap { word in
      [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()]
    }
    var known: Set<String> = []
    let starts = (spelt + others).filter { known.insert($0).inserted }.map { word in
      Hexadecimal.encode(SHA256.digest(of: word)).prefix(8)
    }
    return "(\(starts.joined(separator: "|")))[0-9a-f]{56}"
  }

  private static let expression = try? RegularExpression(pattern)

  /// Whether a text stands where a value is missing; the empty one does.
  package static func isMissing(_ text: String) -> Bool {
    if isPlain(text) { return false }
    let trimmed = text.trimmedAsInJavaScript
    return trimmed.isEmpty || expression?.firstMatch(in: trimmed.lowercased()) != nil
  }
}

extension MissingText {
  /// Whether a text begins as none of the list does; most values do, and need no pattern.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "i"), UInt8(ascii: "I"):
      // Functions have brackets, and an invalid date has a blank.
      return text.utf8.count < digestLength
        && !text.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: " ") }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      // Only a digest begins so, which has 64 digits and perhaps blanks behind it.
      return text.utf8.count < digestLength
    case UInt8(ascii: "g")...UInt8(ascii: "z"), UInt8(ascii: "G")...UInt8(ascii: "Z"):
      return first & 0x5F != UInt8(ascii: "N") && first & 0x5F != UInt8(ascii: "U")
        && first & 0x5F != UInt8(ascii: "O")
    default: return false
    }
  }

  private static let digestLength = 64
}

extension String {
  /// Without the blanks around it that JavaScript's `trim` takes away.
  fileprivate var trimmedAsInJavaScript: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\u{FEFF}" || scalar != "\u{85}" && scalar.properties.isWhitespace
    }
    let end = unicodeScalars.reversed().drop(while: isBlank)
    return String(String.UnicodeScalarView(end.reversed().drop(while: isBlank)))
  }
}
