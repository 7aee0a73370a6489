import CustomTemplate
import Foundation
import Testing

/// A template stays as small as its event lets it be: people read it in Tag Manager's editor.
@Suite struct CodeSizeTests {
  private static let templates = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Output/templates").standardizedFileURL

  /// The bytes of code that the templates of the repository's own plan may have.
  private static let bounds = [
    "tiktok-purchase": 11_627, "tiktok-page-view": 8_860, "meta-purchase": 15_535,
    "meta-page-view": 12_425, "pinterest-events": 13_795, "snapchat-events": 14_226,
    "reddit-events": 13_460, "linkedin-events": 11_544,
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
