package import Compiler
import CustomTemplate
import Diagnostics
import Simulator
import TagwrightPlan

extension Compilation {
  /// The compilation with its examples tried out: their requests and a page of them as further files, what fails as
  /// errors.
  package var withExamples: Compilation {
    let tried = triedExamples
    let requests = tried.map { RenderedFile(path: $0.path, bytes: $0.run.bytes) }
    return adding(
      files: files.isEmpty ? [] : requests + pages, diagnostics: tried.flatMap(\.run.diagnostics))
  }

  /// The result of each example, and the path of its file below the output folder.
  var triedExamples: [(path: String, run: ExampleRun)] {
    containers.flatMap { container -> [(path: String, run: ExampleRun)] in
      guard !container.examples.isEmpty, let compiled = try? ContainerProgram(container.version)
      else { return [] }
      let simulation = Simulation(compiled, endpoints: RequestForm.known)
      return container.examples.enumerated().map { index, example in
        (container.path(ofExample: index), ExampleRun(example, simulation))
      }
    }
  }

  /// The examples as scenarios of the plan's files.
  ///
  /// - Parameters:
  ///   - filter: a text that an example's name has to contain, whatever the case of its letters.
  ///   - folder: what the files' paths are shown relative to.
  func exampleSuites(matching filter: String?, relativeTo folder: String) -> [SuiteResult] {
    var files: [String] = []
    var results: [String: [ScenarioResult]] = [:]
    for (_, run) in triedExamples {
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
