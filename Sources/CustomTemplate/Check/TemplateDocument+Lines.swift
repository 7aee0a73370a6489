import JSONText

extension TemplateDocument {
  /// The lines of a section on which an object has a member with a value, where both stand on one line.
  func lines(of key: String, _ value: JSON?, in name: SectionName) -> [Int] {
    guard let section = section(name) else { return [] }
    func withoutSpaces(_ text: some StringProtocol) -> String {
      String(text.filter { !$0.isWhitespace })
    }
    let member = withoutSpaces("\"\(key)\":\(value?.text(.template) ?? "")")
    return section.unixText.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { withoutSpaces($0.element).contains(member) }
      .map { section.line + $0.offset + 1 }
  }

  /// The line of the member that comes after `index` others like it; the section's line where it is written otherwise.
  func line(of key: String, _ value: JSON?, index: Int = 0, in name: SectionName) -> Int {
    let lines = lines(of: key, value, in: name)
    return lines.indices.contains(index) ? lines[index] : section(name)?.line ?? 1
  }
}
