import JSONText

extension CustomTemplate {
  /// The template as Google Tag Manager writes it, in a file and as `templateData`: UTF-8 without a byte order mark,
  /// LF, three line ends after each section.
  package var text: String {
    var text = ""
    for name in SectionName.allCases {
      guard let body = body(of: name.rawValue) else { continue }
      text += name.marker + "\n" + Self.sectionText(body)
    }
    for section in unknownSections where SectionName(rawValue: section.name) == nil {
      text += "___\(section.name)___\n" + Self.sectionText(Self.plain(section.text))
    }
    return text
  }

  /// All of `text` behind the info: what templates that differ in their info alone have in common.
  package var textAfterInfo: String {
    var rest = self
    rest.termsOfService = nil
    return String(rest.text.utf8.dropFirst(Self.infoText(info).utf8.count)) ?? ""
  }

  /// The text of the first section, before everything else.
  package static func infoText(_ info: TemplateInfo) -> String {
    SectionName.info.marker + "\n" + sectionText(JSON.object(info.attributes).text(.template))
  }

  /// The text as UTF-8.
  package var bytes: [UInt8] { Array(text.utf8) }

  /// Reads the template in a file's bytes; `TemplateDocument` says where in the file its parts stand, too.
  ///
  /// Throws at the first thing that keeps it from being a template.
  package static func read(
    _ bytes: [UInt8], file: String
  ) throws(TemplateReadError) -> CustomTemplate {
    try TemplateDocument.read(bytes, file: file).template
  }

  /// A section's text after its marker's line.
  static func sectionText(_ body: String) -> String { "\n" + body + "\n\n\n" }

  /// A section's text without the blank lines around it; `nil` where the template has no such section.
  package func body(of section: String) -> String? {
    switch SectionName(rawValue: section) {
    case .termsOfService: termsOfService.map(Self.plain)
    case .info: JSON.object(info.attributes).text(.template)
    case .parameters: JSON.array(fields.map(\.json)).text(.template)
    case .serverCode: side == .server ? Self.plain(code) : nil
    case .webCode: side == .web ? Self.plain(code) : nil
    case .serverPermissions: side == .server ? permissionsBody : nil
    case .webPermissions: side == .web ? permissionsBody : nil
    case .tests: tests?.text
    case .notes: notes.map(Self.plain)
    case nil: unknownSections.first { $0.name == section }.map { Self.plain($0.text) }
    }
  }

  private var permissionsBody: String? {
    permissions.isEmpty ? nil : JSON.array(permissions.map(\.json)).text(.template)
  }

  /// A text that cannot be taken for a section: a line that looks like a marker is indented by one space.
  private static func plain(_ text: String) -> String {
    let text = text.withUnixLineEnds
    guard text.has("_") else { return text }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.contains(where: { SectionName.markerName(of: $0) != nil }) else { return text }
    return lines.map { line in
      (SectionName.markerName(of: line) == nil ? "" : " ") + String(Substring(line))
    }.joined(separator: "\n")
  }
}
