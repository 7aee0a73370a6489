/// A template file as it was read: the template that it describes, and where in the file each part stands.
package struct TemplateDocument: Sendable {
  /// The file, as the caller named it.
  package let name: String
  /// The template that the file describes.
  package let template: CustomTemplate
  /// The text before the first section: empty, or a comment.
  package let preamble: String
  /// The sections in the file's order, as they stand there.
  package let sections: [TemplateSection]
  /// The lines of the file on which the lines of the template's code stand.
  package let codeLines: LineMap
  /// The places of the scenarios in the file, parallel to `template.scenarios`.
  package let scenarioPlaces: [ScenarioPlace]
  /// The lines of the file on which the lines of the setup stand; `nil` where there is none.
  package let setupLines: LineMap?
  /// The keys of `___TESTS___` that nothing is known to read, in the file's order.
  package let unknownTestKeys: [UnknownTestKey]
  /// The lines on which a text of the JSON sections has a control character, such as a line break, as it is.
  package let unescapedLines: [Int]

  /// The size in bytes above which a text is no template: the largest public one has less than a hundredth of it.
  package static let greatestSize = 64 << 20

  /// Reads a template file: sections in any order, a byte order mark, CR LF and what stands before the first
  /// section are accepted.
  ///
  /// Throws at the first thing that keeps it from being a template: no section, a section twice, no `___INFO___`, no code, JSON or
  /// YAML with an error, invalid UTF-8, too large or too deeply nested a text.
  ///
  /// - Parameters:
  ///   - file: the name that errors carry.
  ///   - readsTests: whether the scenarios are wanted, which are a third of the work.
  package static func read(
    _ bytes: [UInt8], file: String, readsTests: Bool = true
  ) throws(TemplateReadError) -> TemplateDocument {
    var reader = try TemplateReader(bytes, file: file)
    return try reader.read(readsTests: readsTests)
  }

  /// Reads a template from a string, such as `templateData` of a container.
  package static func read(
    _ text: String, file: String, readsTests: Bool = true
  ) throws(TemplateReadError) -> TemplateDocument {
    try read(Array(text.utf8), file: file, readsTests: readsTests)
  }

  /// The section of a name.
  package func section(_ name: SectionName) -> TemplateSection? {
    sections.first { $0.name == name.rawValue }
  }

  /// Whether a section stands as Google Tag Manager itself writes it: then writing the template gives the same bytes.
  package func isInOwnStyle(_ section: TemplateSection) -> Bool {
    guard let body = template.body(of: section.name) else { return false }
    return section.text == CustomTemplate.sectionText(body)
  }

  /// The sections that somebody wrote or changed outside of Google Tag Manager.
  package var sectionsInForeignStyle: [TemplateSection] { sections.filter { !isInOwnStyle($0) } }
}

/// The place of a scenario in a file.
package struct ScenarioPlace: Hashable, Sendable {
  /// The line of its name.
  package let nameLine: Int
  /// The lines of the file on which the lines of its code stand.
  package let codeLines: LineMap
}

/// A key of `___TESTS___` beside `scenarios`, `setup`, `name` and `code`.
package struct UnknownTestKey: Hashable, Sendable {
  /// The key, such as `description`.
  package let name: String
  /// The line of the file.
  package let line: Int
}

/// The lines of a file on which the lines of a text in it stand.
package struct LineMap: Hashable, Sendable {
  /// The file's line for each of the text's first lines; those after them follow one by one.
  private let starts: [Int]

  init(_ starts: [Int]) {
    self.starts = starts
  }

  /// The file's line, for a line of the text counted from 1.
  package subscript(line: Int) -> Int {
    let index = max(line, 1) - 1
    guard index >= starts.count else { return starts[index] }
    return (starts.last ?? 1) &+ (index &- starts.count &+ 1)
  }
}
