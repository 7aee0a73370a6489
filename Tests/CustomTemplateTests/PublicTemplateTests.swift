import CustomTemplate
import Testing

@Suite struct PublicTemplateTests {
  /// How many sections there are, and how many of them are written again with the same bytes.
  struct Tally {
    var count = 0
    var same = 0
  }

  @Test(.enabled(if: PublicTemplates.folder != nil, "TAGWRIGHT_TEMPLATES is not set"))
  func publicFilesKeepTheBytesOfTheSectionsThatWereNotEditedByHand() throws {
    var tallies: [SectionName: Tally] = [:]
    var unreadable: [String] = []
    let files = try PublicTemplates.files(below: PublicTemplates.folder, suffix: ".tpl")
    for (name, bytes) in files {
      let file: TemplateFile
      do {
        file = try TemplateFile.read(bytes, file: name)
      } catch {
        unreadable.append("\(error)")
        continue
      }
      for section in file.sections {
        let known = try #require(section.knownName, "\(name) has a section '\(section.name)'")
        tallies[known, default: Tally()].count += 1
        if file.isInOwnStyle(section) { tallies[known, default: Tally()].same += 1 }
      }
      let again = try TemplateFile.read(file.template.text, file: name)
      #expect(again.template == file.template, "\(name) changes when it is written and read again")
      #expect(again.template.text == file.template.text)
    }
    print(tallies.map { "\($0.key.rawValue) \($0.value.same)/\($0.value.count)" }.sorted())
    print(unreadable)
  }
}
