import Compiler
import JSONText
import TagManager
import TagwrightPlan

/// The figures of this machine, as a table: `swift run -c release benchmark`.
@main
struct Benchmark {
  static func main() {
    var table = FigureTable()
    generate(&table)
    readAndPrint(&table)
    checkNothing(&table)
    table.print()
    print("\npeak memory: \(Machine.peakMemory >> 20) MiB")
  }

  /// Plans of growing size, in both layouts.
  private static func generate(_ table: inout FigureTable) {
    let layouts: [(String, Layout)] = [
      ("a tag per event", .tagPerEvent), ("lookup table", .lookupTable),
    ]
    for (name, layout) in layouts {
      for count in [10, 100, 1_000] {
        let plan = SamplePlan.plan(events: count, layout: layout)
        table.measure("generate \(count) events, \(name)") {
          Compilation(plan, name: "Benchmark").files.reduce(0) { $0 + $1.bytes.count }
        }
      }
    }
  }

  /// The largest real export where the corpus is there, else a generated container.
  private static func readAndPrint(_ table: inout FigureTable) {
    let generated = Compilation(
      SamplePlan.plan(events: 100, layout: .tagPerEvent), name: "Benchmark")
    let largest = Machine.largestExport ?? generated.files.first?.bytes ?? []
    let name = Machine.largestExport == nil ? "a generated container" : "the largest real export"
    table.measure("read and print JSON, \(name)") {
      guard let json = try? JSON.read(largest, file: nil) else { return 0 }
      return json.bytes(.container).count
    }
    table.measure("read, model and print, \(name)") {
      guard let json = try? JSON.read(largest, file: nil),
        let export = try? ContainerExport(json: json, form: .export)
      else { return 0 }
      return export.bytes.count
    }
  }

  /// The whole process, with nothing to do.
  private static func checkNothing(_ table: inout FigureTable) {
    guard let tool = Machine.siblingExecutable("tagwright") else {
      return table.note("'generate --check' was not measured: 'swift build -c release' builds it")
    }
    table.measure("'generate --check' of the shop plan, the whole process", runs: 21) {
      Machine.run(tool, ["generate", "--check"]) == 0 ? 0 : -1
    }
  }
}
