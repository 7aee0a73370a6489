import CustomTemplate
import Foundation
import Testing

/// A template stays as small as its event lets it be: people read it in Tag Manager's editor.
@Suite struct CodeSizeTests {
  private static let templates = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Output/templates").standardizedFileURL

  /// The bytes of code that the templates of the repository's own plan may have.
  private static let bounds = [
    "tiktok-purchase": 11_650, "tiktok-page-view": 9_010, "meta-purchase": 15_610,
    "meta-page-view": 12_960, "pinterest-events": 13_660, "snapchat-events": 14_050,
    "reddit-events": 13_400, "linkedin-events": 11_370,
  ]

  @Test(arguments: bounds.keys.sorted())
  func theCodeOfATemplateStaysSmall(_ name: String) throws {
    let file = Self.templates.appending(path: "\(name).tpl")
    let text = try String(contentsOf: file, encoding: .utf8)
    let code = try TemplateDocument.read(text, file: "\(name).tpl").template.code
    #expect(code.utf8.count <= Self.bounds[name] ?? 0)
  }
}
