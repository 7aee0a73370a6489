package import Compiler
import Diagnostics
import Simulator
import TagwrightPlan

extension Compilation {
  /// The compilation with its examples tried out: their requests as further files, what fails as errors.
  package var withExamples: Compilation {
    var files: [RenderedFile] = []
    var diagnostics: [Diagnostic] = []
    for container in containers where !container.examples.isEmpty {
      let compiled: CompiledContainer
      do throws(CompiledContainer.Refusal) {
        compiled = try CompiledContainer(container.version)
      } catch {
        continue
      }
      let simulation = Simulation(compiled, endpoints: Endpoint.known)
      for (index, example) in container.examples.enumerated() {
        let run = ExampleRun(example, simulation)
        diagnostics += run.diagnostics
        files.append(
          RenderedFile(path: container.path(ofExample: index), bytes: run.bytes))
      }
    }
    return files.isEmpty ? self : adding(files: files, diagnostics: diagnostics)
  }
}
