package import Compiler
import CustomTemplate
import Diagnostics
import TagwrightPlan

extension Compilation {
  /// The compilation with its examples tried out: their requests and a page of them as further files, what fails as
  /// errors.
  package var withExamples: Compilation {
    let makesFiles = !files.isEmpty
    let tried = self.tried { makesFiles || !$0.examples.isEmpty }
    return adding(
      files: makesFiles ? tried.flatMap(\.files) + tried.compactMap(page(of:)) : [],
      diagnostics: tried.flatMap(\.runs).flatMap(\.diagnostics))
  }

  private func tried(_ isWanted: (CompiledServerContainer) -> Bool) -> [TriedContainer] {
    containers.filter(isWanted).compactMap(TriedContainer.init)
  }

  /// The examples as scenarios of the plan's files.
  ///
  /// - Parameters:
  ///   - filter: a text that an example's name has to contain, whatever the case of its letters.
  ///   - folder: what the files' paths are shown relative to.
  func exampleSuites(matching filter: String?, relativeTo folder: String) -> [SuiteResult] {
    var files: [String] = []
    var results: [String: [ScenarioResult]] = [:]
    for run in tried({ !$0.examples.isEmpty }).flatMap(\.runs) {
      let result = run.result(relativeTo: folder)
      let file = result.place.file
      if results[file] == nil { files.append(file) }
      let isWanted = filter.map { result.name.lowercased().contains($0.lowercased()) } ?? true
      results[file, default: []] += isWanted ? [result] : []
    }
    return files.map {
      SuiteResult(file: $0, displayName: "examples", results: results[$0] ?? [])
    }
  }
}
