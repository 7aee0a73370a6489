/// The sections that a template file is known to have, in the order in which Google Tag Manager writes them.
package enum SectionName: String, Sendable, CaseIterable {
  case termsOfService = "TERMS_OF_SERVICE"
  case info = "INFO"
  case parameters = "TEMPLATE_PARAMETERS"
  case serverCode = "SANDBOXED_JS_FOR_SERVER"
  case webCode = "SANDBOXED_JS_FOR_WEB_TEMPLATE"
  case serverPermissions = "SERVER_PERMISSIONS"
  case webPermissions = "WEB_PERMISSIONS"
  case tests = "TESTS"
  case notes = "NOTES"

  /// The line that begins the section.
  package var marker: String { "___\(rawValue)___" }

  /// The name on a line that begins a section: capitals and underscores between three underscores on
  /// either side, then at most white space.
  static func markerName<Line: BidirectionalCollection<UInt8>>(of line: Line) -> Line.SubSequence? {
    let underscore = UInt8(ascii: "_")
    guard line.first == underscore else { return nil }
    var text = line[...]
    while let last = text.last,
      [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains(last)
    {
      text.removeLast()
    }
    guard text.count > 6, text.prefix(3).allSatisfy({ $0 == underscore }),
      text.suffix(3).allSatisfy({ $0 == underscore })
    else { return nil }
    let name = text.dropFirst(3).dropLast(3)
    let fits = name.allSatisfy {
      $0 == underscore || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
    }
    return fits ? name : nil
  }
}
