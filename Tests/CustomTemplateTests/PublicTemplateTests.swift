import CustomTemplate
import Testing

@Suite struct PublicTemplateTests {
  /// How many sections of a name there are, and how many of them are written again with the same bytes.
  struct Tally {
    var count = 0
    var same = 0

    /// The share in per cent.
    var percent: Int { count == 0 ? 0 : same * 100 / count }
  }

  /// The least share of sections in Google Tag Manager's own style, in per cent: the rest was edited by hand, which was counted
  /// with other programs.
  static let leastShares: [(SectionName, Int)] = [
    (.termsOfService, 85), (.info, 65), (.parameters, 75), (.serverCode, 95),
    (.serverPermissions, 95), (.tests, 80), (.notes, 55),
  ]

  @Test(.enabled(if: PublicTemplates.folder != nil, "TAGWRIGHT_TEMPLATES is not set"))
  func publicFilesKeepTheBytesOfSectionsInGoogleTagManagersStyle() throws {
    var tallies: [SectionName: Tally] = [:]
    var unreadable: [String] = []
    let files = try PublicTemplates.files(below: PublicTemplates.folder, suffix: ".tpl")
    for (name, bytes) in files {
      let file: TemplateDocument
      do {
        file = try TemplateDocument.read(bytes, file: name)
      } catch {
        unreadable.append("\(error)")
        continue
      }
      for section in file.sections {
        let known = try #require(section.knownName, "\(name) has a section '\(section.name)'")
        tallies[known, default: Tally()].count += 1
        if file.isInOwnStyle(section) { tallies[known, default: Tally()].same += 1 }
      }
      let again = try TemplateDocument.read(file.template.text, file: name)
      #expect(again.template == file.template, "\(name) changes when it is written and read again")
      #expect(again.sectionsInForeignStyle.isEmpty, "\(name) is written in another style")
    }
    #expect(files.count >= 60, "the folder has too few files to say anything")
    #expect(unreadable.count * 40 <= files.count, "\(unreadable.joined(separator: "\n"))")
    for (name, share) in Self.leastShares {
      let tally = tallies[name] ?? Tally()
      #expect(tally.percent >= share, "\(name.rawValue): \(tally.same) of \(tally.count)")
    }
  }

  @Test(.enabled(if: PublicTemplates.corpus != nil, "TAGWRIGHT_CORPUS is not set"))
  func templatesInsideExportsKeepEveryByte() throws {
    let templates = try PublicTemplates.embedded()
    #expect(templates.count >= 25)
    for (name, text) in templates {
      let file = try TemplateDocument.read(text, file: name)
      #expect(file.template.text == text, "\(name) is written with other bytes")
      #expect(file.sectionsInForeignStyle.isEmpty)
    }
  }
}
