/// Text that a Mermaid graph shows as it is.
enum MermaidText {
  private static let special = Set("\"#;<>&%`|\\\n\r".utf8)

  /// A quoted label; characters with a meaning become entity codes.
  static func label(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) }) else { return "\"\(text)\"" }
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": safe += "#quot;"
      case "<": safe += "#lt;"
      case ">": safe += "#gt;"
      case "&": safe += "#amp;"
      case "#", ";", "%", "`", "|", "\\": safe += "#\(scalar.value);"
      case "\n", "\r": safe += " "
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return "\"\(safe)\""
  }
}
