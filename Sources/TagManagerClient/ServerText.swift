/// Words that came from a server, made fit to be shown.
package enum ServerText {
  /// One line without control characters, secrets blotted out, at most 300 characters.
  package static func shown(_ text: String, hiding secrets: [String] = []) -> String {
    var result = String(text.prefix(20_000))
    for secret in secrets.flatMap({ [$0, $0.percentEncoded] }) where !secret.isEmpty {
      var rest = result[...]
      var kept = ""
      while let found = rest.firstRange(of: secret) {
        kept += rest[..<found.lowerBound] + "(secret)"
        rest = rest[found.upperBound...]
      }
      result = kept + rest
    }
    let printable = result.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
        .surrogate:
        " "
      default: Character(scalar)
      }
    }
    let line = String(printable).split(separator: " ").joined(separator: " ")
    return line.count > 300 ? line.prefix(299) + "…" : line
  }
}
