import CustomTemplate
import Foundation
import Testing

/// A template stays as small as its event lets it be: people read it in Tag Manager's editor.
@Suite struct CodeSizeTests {
  private static let templates = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Output/templates").standardizedFileURL

  /// The bytes of code that the templates of the repository's own plan may have.
  private static let bounds = [
    "tiktok-purchase": 9_000, "tiktok-page-view": 7_000, "meta-purchase": 9_000,
    "meta-page-view": 7_000, "pinterest-events": 9_500, "snapchat-events": 9_500,
    "reddit-events": 9_500, "linkedin-events": 9_500, "tiktok-user-data": 9_000,
    "meta-user-data": 9_000, "meta-product-data": 9_000,
  ]

  private func code(_ name: String) throws -> String {
    let file = Self.templates.appending(path: "\(name).tpl")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try TemplateDocument.read(text, file: "\(name).tpl").template.code
  }

  @Test(arguments: bounds.keys.sorted())
  func theCodeOfATemplateStaysSmall(_ name: String) throws {
    #expect(try code(name).utf8.count <= Self.bounds[name] ?? 0)
  }

  /// A parameter with the name of a function brings the function along, though nobody calls it.
  @Test(arguments: bounds.keys.sorted())
  func aTemplateHasNoFunctionThatItDoesNotUse(_ name: String) throws {
    let texts = #/'(\\.|[^'\\])*'/#
    let lines = try code(name).replacing(texts, with: "''").split(separator: "\n")
    for declaration in lines where declaration.hasPrefix("const ") {
      let function = declaration.dropFirst("const ".count).prefix { $0 != " " }
      let isUsed = lines.contains { line in
        let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "." }
        return line != declaration
          && words.contains(where: { $0.split(separator: ".").first == function })
          && !line.contains("(\(function)) =>")
      }
      #expect(isUsed || declaration.contains("require"), "\(function)")
    }
  }
}
