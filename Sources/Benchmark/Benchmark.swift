import Compiler
import JSONText
import TagManager
import TagwrightPlan

/// The figures of this machine, as a table; run it in release mode.
@main
struct Benchmark {
  static func main() {
    var table = FigureTable()
    for count in CommandLine.arguments.count > 1 ? [1_000] : [10, 100, 1_000] {
      let layouts: [(String, Layout)] = [
        ("tag per event", .tagPerEvent), ("lookup table", .lookupTable),
      ]
      for (name, layout) in layouts
      where CommandLine.arguments.count < 2 || name == CommandLine.arguments[1] {
        let plan = SamplePlan.plan(events: count, layout: layout)
        table.measure("generate \(count) events, \(name)") {
          Compilation(plan, name: "Benchmark").files.reduce(0) { $0 + $1.bytes.count }
        }
      }
    }
    table.print()
  }
}
