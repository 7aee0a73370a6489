import Compiler
import Simulator

/// A server container with the results of its examples.
struct TriedContainer {
  let container: CompiledServerContainer
  let simulation: Simulation
  /// The results of its examples, in their order.
  let runs: [ExampleRun]

  /// Tries the examples out; `nil` where the container cannot be simulated.
  init?(_ container: CompiledServerContainer) {
    guard let program = try? ContainerProgram(container.version) else { return nil }
    let simulation = Simulation(program, endpoints: RequestForm.known)
    self.container = container
    self.simulation = simulation
    runs = container.examples.map { ExampleRun($0, simulation) }
  }

  /// A file for each example with the requests that it leads to.
  var files: [RenderedFile] {
    runs.enumerated().map { index, run in
      RenderedFile(path: container.path(ofExample: index), bytes: run.bytes)
    }
  }
}
