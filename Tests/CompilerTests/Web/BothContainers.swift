import Compiler
import CustomTemplate
import Diagnostics
import JSONText
import SandboxedJS
import Simulator
import TagManager
import TagwrightPlan
import Testing

/// Both containers of a plan, tried out together on the pages of a browser.
struct BothContainers {
  /// What one event of a page led to.
  struct Result {
    let event: PageEvent

    /// The tags of the page that called a pixel.
    var pixels: Set<String> {
      Set(event.page.tags.filter { !$0.effects.calls.isEmpty }.map(\.name))
    }

    /// The tags of the server that sent something.
    var servers: Set<String> {
      let tags = event.hits.flatMap(\.events).flatMap(\.tags)
      return Set(tags.filter { !$0.effects.requests.isEmpty }.map(\.name))
    }

    /// Everything that left the page or the server, other than the hits between them.
    var texts: [String] {
      let tags = event.page.tags + event.hits.flatMap(\.events).flatMap(\.tags)
      let calls = event.page.tags.flatMap(\.effects.calls).map { "\($0.path) \($0.arguments)" }
      let requests = tags.flatMap(\.effects.requests).filter { !$0.url.contains("/g/collect") }
      return calls + requests.map { "\($0.method) \($0.url) \($0.headers) \($0.body ?? "")" }
    }
  }

  private let simulation: BrowserSimulation

  init(_ plan: Plan) throws {
    let compilation = Compilation(plan, name: "Test", secrets: ["TOKEN": "token"], isTest: true)
    let problems = compilation.diagnostics.filter { $0.severity == .error }
    try #require(problems.isEmpty, "\(problems.map(\.message))")
    func container(_ path: String, _ side: CustomTemplate.Side) throws -> ContainerProgram {
      let file = try #require(compilation.files.first { $0.path == path })
      return try ContainerProgram(
        ContainerExport(json: JSON.read(file.bytes), form: .export).version, for: side)
    }
    simulation = BrowserSimulation(
      web: Simulation(try container("web-container.json", .web)),
      server: Simulation(
        try container("server-container.json", .server), endpoints: RequestForm.known),
      functions: EventCounting.all.flatMap(\.functions))
  }

  /// The events of a visit.
  func run(_ visit: BrowserVisit) -> [Result] { simulation.run(visit).map(Result.init) }
}
