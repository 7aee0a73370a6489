import Diagnostics
import JSONText

/// Reads a template file section by section.
struct TemplateReader {
  private let bytes: [UInt8]
  private let file: String
  private let preamble: String
  private let sections: [TemplateSection]
  /// The lines with a character in a JSON text that JSON has escaped.
  private var unescapedLines: [Int] = []

  /// So many sections are looked through one by one in no time.
  private static let greatestCount = 100

  init(_ bytes: [UInt8], file: String) throws(TemplateReadError) {
    self.bytes = bytes
    self.file = file
    guard bytes.count <= TemplateDocument.greatestSize else {
      throw TemplateReadError(
        place: SourcePlace(file: file, line: 1),
        message:
          "the file has \(bytes.count) bytes, a template at most \(TemplateDocument.greatestSize)")
    }
    try Self.checkUTF8(bytes, file)
    let splitter = SectionSplitter(bytes)
    preamble = splitter.preamble
    sections = splitter.sections
  }

  mutating func read(readsTests: Bool) throws(TemplateReadError) -> TemplateDocument {
    try checkSections()
    let (code, side) = try code()
    let info = try info()
    let permissions = try permissions(side)
    let fields = try fields()
    let tests = readsTests ? try tests() : nil
    let template = CustomTemplate(
      termsOfService: self[.termsOfService]?.body, info: info, fields: fields, side: side,
      code: code.body, permissions: permissions, tests: tests?.tests, notes: self[.notes]?.body,
      unknownSections: sections.filter { $0.knownName == nil }.map {
        CustomTemplate.UnknownSection(name: $0.name, text: $0.body)
      })
    return TemplateDocument(
      name: file, template: template, preamble: preamble, sections: sections,
      codeLines: LineMap([code.bodyLine]), scenarioPlaces: tests?.scenarioPlaces ?? [],
      setupLines: tests?.setupLines, unknownTestKeys: tests?.unknownKeys ?? [],
      unescapedLines: unescapedLines)
  }

  private subscript(name: SectionName) -> TemplateSection? {
    sections.first { $0.name == name.rawValue }
  }

  private static func checkUTF8(_ bytes: [UInt8], _ file: String) throws(TemplateReadError) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    var line = 1
    for (found, expected) in zip(bytes, text.utf8) {
      if found != expected { break }
      if found == UInt8(ascii: "\n") { line += 1 }
    }
    throw TemplateReadError(
      place: SourcePlace(file: file, line: line),
      message: "the line is not UTF-8: save the file as UTF-8")
  }

  private func checkSections() throws(TemplateReadError) {
    guard !sections.isEmpty else {
      throw TemplateReadError(
        place: SourcePlace(file: file, line: 1),
        message:
          "no line begins a section, such as '___INFO___': export the template from Google Tag "
          + "Manager with 'Export' in the menu of the template editor")
    }
    guard sections.count <= Self.greatestCount else {
      throw TemplateReadError(
        place: SourcePlace(file: file, line: sections[Self.greatestCount].line),
        message: "the file has more than \(Self.greatestCount) sections, a template at most "
          + "\(SectionName.allCases.count): is it really a template")
    }
    for (index, section) in sections.enumerated() {
      // A published template has its terms of service twice.
      guard let earlier = sections[..<index].first(where: { $0.name == section.name }),
        earlier.body != section.body
      else { continue }
      throw failure(
        section, line: section.line,
        "the section is already at line \(earlier.line), with another text: keep one of the two")
    }
  }

  private func code() throws(TemplateReadError) -> (TemplateSection, CustomTemplate.Side) {
    switch (self[.serverCode], self[.webCode]) {
    case (let section?, nil): return (section, .server)
    case (nil, let section?): return (section, .web)
    case (nil, nil): throw missing([.serverCode, .webCode])
    case (_?, let web?):
      throw failure(
        web, line: web.line, "the file has server code too: a template has one kind of code")
    }
  }

  private func missing(_ names: [SectionName]) -> TemplateReadError {
    let markers = names.map { "'\($0.marker)'" }.joined(separator: " or ")
    let unknown = sections.first { $0.knownName == nil }
    let hint = unknown.map { ", but it has '___\($0.name)___', which is not known" } ?? ""
    return TemplateReadError(
      place: SourcePlace(file: file, line: unknown?.line ?? sections.first?.line ?? 1),
      message: "the file has no section \(markers)\(hint): add it, or export the template again")
  }

  private mutating func info() throws(TemplateReadError) -> TemplateInfo {
    guard let section = self[.info] else { throw missing([.info]) }
    guard let attributes = try json(section).object else {
      throw failure(section, line: section.bodyLine, "expected a JSON object")
    }
    let info = TemplateInfo(attributes: attributes)
    guard info.kind != nil else {
      let found = attributes["type"]?.string.map { ", not '\($0)'" } ?? ""
      throw failure(
        section, line: section.bodyLine,
        "'type' is one of 'TAG', 'MACRO' (a variable) and 'CLIENT'\(found)")
    }
    return info
  }

  private mutating func fields() throws(TemplateReadError) -> [TemplateField] {
    guard let section = self[.parameters] else { return [] }
    return try items(section).map { (item: JSON) throws(TemplateReadError) in
      guard let field = TemplateField(json: item) else {
        throw failure(section, line: section.bodyLine, "expected a list of fields, each an object")
      }
      return field
    }
  }

  private mutating func permissions(
    _ side: CustomTemplate.Side
  ) throws(TemplateReadError) -> [TemplatePermission] {
    let (own, other): (SectionName, SectionName) =
      side == .server
      ? (.serverPermissions, .webPermissions) : (.webPermissions, .serverPermissions)
    if let section = self[other] {
      throw failure(
        section, line: section.line,
        "a template with \(side.rawValue.lowercased()) code has '\(own.marker)' instead: rename the section"
      )
    }
    guard let section = self[own] else { return [] }
    return try items(section).map { (item: JSON) throws(TemplateReadError) in
      do throws(TemplatePermission.Misfit) {
        return try TemplatePermission(json: item)
      } catch {
        throw failure(section, line: section.bodyLine, error.message)
      }
    }
  }

  private mutating func items(_ section: TemplateSection) throws(TemplateReadError) -> [JSON] {
    guard let items = try json(section).array else {
      throw failure(section, line: section.bodyLine, "expected a JSON array")
    }
    return items
  }

  private mutating func json(_ section: TemplateSection) throws(TemplateReadError) -> JSON {
    let options = JSONReadOptions(file: file, firstLine: section.bodyLine)
    do throws(JSONReadError) {
      return try JSON.read(section.body, options)
    } catch {
      // Published templates have pictures wrapped like this, and Google's reader takes them.
      let (text, lines) = UnescapedText.escaped(section.body, firstLine: section.bodyLine)
      if !lines.isEmpty, let value = try? JSON.read(text, options) {
        unescapedLines += lines
        return value
      }
      throw TemplateReadError(
        place: SourcePlace(file: file, line: error.line), column: error.column,
        section: section.name, message: error.message)
    }
  }

  private func tests() throws(TemplateReadError) -> TestsReader.Result? {
    guard let section = self[.tests] else { return nil }
    do throws(TestsReader.Failure) {
      return try TestsReader.read(section.unixText, firstLine: section.line + 1)
    } catch {
      throw failure(section, line: error.line, error.message)
    }
  }

  private func failure(
    _ section: TemplateSection, line: Int, _ message: String
  ) -> TemplateReadError {
    TemplateReadError(
      place: SourcePlace(file: file, line: line), section: section.name, message: message)
  }
}
