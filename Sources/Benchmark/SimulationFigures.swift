import Compiler
import JSONText
import Simulator
import TagManager
import TagwrightPlan

/// Measurements of the speed at which hits go through a container.
enum SimulationFigures {
  /// Hits of each row.
  private static let count = 1_000

  static func measure(_ table: inout FigureTable) {
    guard let container = container() else {
      return table.note("hits were not measured: the sample plan does not compile")
    }
    let simulation = Simulation(container, endpoints: RequestForm.known)
    let lines = ShopMix.lines(count)
    let requests = measure("that a shop has, mixed", lines, simulation, &table)
    table.note(
      "Of \(count) hits that a shop has, \(requests) lead to a request. Hits are read and run by one processor."
    )
    for event in ["scroll", "page_view", "purchase"] {
      let name = Array("&en=\(event)&".utf8)
      guard let line = lines.first(where: { $0.contains(name) && $0.contains(granted) }) else {
        continue
      }
      measure("of '\(event)'", Array(repeating: line, count: count), simulation, &table)
    }
  }

  private static let granted = Array("&gcs=G111&".utf8)

  /// Reads and runs hits, and says how many a second that makes; gives the number of requests.
  @discardableResult
  private static func measure(
    _ name: String, _ lines: [[UInt8]], _ simulation: Simulation, _ table: inout FigureTable
  ) -> Int {
    var requests = 0
    let time = table.measure("simulate \(count) hits \(name)") {
      requests = lines.reduce(0) { sum, line in
        guard case .hit(let hit, _)? = try? HitLine.entry(line),
          let result = try? simulation.run(hit)
        else { return sum }
        return result.events.reduce(sum) { sum, event in
          event.tags.reduce(sum) { $0 + $1.effects.requests.count }
        }
      }
      return 0
    }
    table.note("Hits \(name): \(Int(Double(count) / time * 1_000)) a second.")
    return requests
  }

  private static func container() -> ContainerProgram? {
    let files = Compilation(ShopMix.plan, name: "Benchmark").files
    guard let bytes = files.first(where: { $0.path == "server-container.json" })?.bytes,
      let json = try? JSON.read(bytes, file: nil),
      let version = try? ContainerExport(json: json, form: .export).version
    else { return nil }
    return try? ContainerProgram(version)
  }
}
