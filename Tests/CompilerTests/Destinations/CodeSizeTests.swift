import CustomTemplate
import Foundation
import Testing

/// A template stays as small as its event lets it be: people read it in Tag Manager's editor.
@Suite struct CodeSizeTests {
  private static let templates = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Output/templates").standardizedFileURL

  /// The bytes of code that the templates of the repository's own plan may have.
  private static let bounds = [
    "tiktok-purchase": 11_430, "tiktok-page-view": 8_780, "meta-purchase": 15_360,
    "meta-page-view": 12_700, "pinterest-events": 13_410, "snapchat-events": 13_810,
    "reddit-events": 13_180, "linkedin-events": 11_060,
  ]

  @Test(arguments: bounds.keys.sorted())
  func theCodeOfATemplateStaysSmall(_ name: String) throws {
    let file = Self.templates.appending(path: "\(name).tpl")
    let text = try String(contentsOf: file, encoding: .utf8)
    let code = try TemplateDocument.read(text, file: "\(name).tpl").template.code
    #expect(code.utf8.count <= Self.bounds[name] ?? 0)
  }
}
