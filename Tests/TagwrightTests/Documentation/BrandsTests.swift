import Compiler
import Diagnostics
import Foundation
import Testing

@Suite struct BrandsTests {
  @Test func thePlanOfTheArticleIsTheOneThatIsTested() throws {
    let source = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Brands.swift"), encoding: .utf8)
    #expect(try Documentation.article("BrandsAndCountries").contains("```swift\n\(source)```"))
  }

  @Test func thePlanCompiles() {
    let compilation = Compilation(
      [PlanVariant(environment: nil, plan: Brands().plan)], name: "Brands")
    #expect(compilation.diagnostics.filter { $0.severity == .error }.isEmpty)
    let templates = compilation.files.map(\.path).filter { $0.hasSuffix("-purchase.tpl") }
    #expect(templates.count == 2)
  }
}
