import Compiler
import JSONText
import Simulator
import TagManager
import TagwrightPlan

/// How fast hits go through a container.
enum SimulationFigures {
  /// Hits of each row.
  private static let count = 1_000

  static func measure(_ table: inout FigureTable) {
    let files = Compilation(
      SamplePlan.plan(events: 10, layout: .tagPerEvent), name: "Benchmark"
    ).files
    guard let bytes = files.first(where: { $0.path == "server-container.json" })?.bytes,
      let json = try? JSON.read(bytes, file: nil),
      let version = try? ContainerExport(json: json, form: .export).version,
      let container = try? CompiledContainer(version)
    else { return table.note("hits were not measured: the sample plan does not compile") }
    let simulation = Simulation(container, endpoints: Endpoint.known)
    for (name, event) in [("fire no tag", "scroll"), ("send a purchase", "purchase_7")] {
      table.measure("simulate \(count) hits that \(name)") {
        (0..<count).reduce(0) { sum, number in
          guard let hit = try? Simulator.Hit(url: url(event, number)),
            let result = try? simulation.run(hit)
          else { return -1 }
          return sum + result.events.count
        }
      }
    }
  }

  private static func url(_ event: String, _ number: Int) -> String {
    "https://sgtm.example.com/g/collect?v=2&tid=G-ABC1234567&gtm=45je5&_p=1764340309313&gcs=G111"
      + "&gcd=13t3t3t3t5l1&npa=0&dma=0&cid=1307714608.1760043792&ul=en-us&sr=1920x1080&ur=US-CA"
      + "&uaa=arm&uab=64&uap=macOS&uapv=15.7.1&pscdl=noapi&_s=1&sid=1764340309&sct=5&seg=0"
      + "&dl=https%3A%2F%2Fwww.example.com%2F%3Fttclid%3DE.C.P.x&dt=Example&cu=EUR&en=\(event)"
      + "&ep.event_id=\(number)&ep.transaction_id=T\(number)&epn.value=59.98"
      + "&pr1=idSKU1~nmTee~pr29.99~qt2&ep.user_data.email_address=alice%40example.com&tfd=2135"
  }
}
