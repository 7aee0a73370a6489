import Compiler
import Foundation
import TagwrightPlan
import TestSupport
import Testing

/// What is generated, held against the schema and the shapes of real exports.
@Suite struct ExportCheckTests {
  static let corpus = TestRun.corpus

  @Test(
    .enabled(if: corpus != nil, "TAGWRIGHT_CORPUS is not set"),
    arguments: [Layout.tagPerEvent, .lookupTable], [SourceStyle.visible, .inline])
  func everyLayoutLooksLikeARealExport(_ layout: Layout, _ sources: SourceStyle) throws {
    let plan = Plan(serverContainers: [
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        GA4Tag(measurementID: "G-ABC1234567")
        tikTok(layout: layout, sources: sources)
      }
    ])
    let compilation = Compilation(plan, name: "Shop")
    let export = try #require(compilation.files.first { $0.path == "server-container.json" })
    let folder = try TemporaryFolder()
    try Data(export.bytes).write(to: URL(fileURLWithPath: folder.at("server-container.json")))
    let checker = "\(Self.corpus ?? "")/../tools/check_exports.py"
    let result = try Running(
      "/usr/bin/env",
      ["python3", checker, "--strict", folder.at("server-container.json")], in: folder
    ).result()
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("ok"))
  }
}
