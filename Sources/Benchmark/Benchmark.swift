import Compiler
import ContainerDiff
import JSONText
import TagManager
import Tagwright
import TagwrightPlan

/// The figures of this machine, as a table: `swift run -c release benchmark`.
@main
struct Benchmark {
  static func main() {
    var table = FigureTable()
    generate(&table)
    EveryDestination.measure(&table)
    check(&table)
    readAndPrint(&table)
    compare(&table)
    PushFigures.measure(&table)
    SimulationFigures.measure(&table)
    ReplayFigures.measure(&table)
    BaselineFigures.measure(&table)
    checkNothing(&table)
    TemplateFigures.measure(&table)
    table.print()
    EngineComparison.print()
    TemplateComparison.print()
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

  /// Measures the checks of `lint`, without the process.
  private static func check(_ table: inout FigureTable) {
    let layouts: [(String, Layout)] = [
      ("a tag per event", .tagPerEvent), ("lookup table", .lookupTable),
    ]
    for (name, layout) in layouts {
      let plan = SamplePlan.plan(events: 1_000, layout: layout)
      let variant = PlanVariant(environment: nil, plan: plan)
      table.measure("lint 1000 events, \(name)") {
        Compilation([variant], name: "Benchmark", makesFiles: false).diagnostics.isEmpty ? -1 : 0
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

  /// Measures what `diff` does with two files, in this process and in one of its own.
  private static func compare(_ table: inout FigureTable) {
    for count in [100, 1_000, 5_000] {
      let old = SampleContainers.export(tags: count, firstID: 1, isChanged: false)
      let new = SampleContainers.export(tags: count, firstID: 900_000, isChanged: true)
      table.measure("diff of two containers of \(count) tags, \(old.count / 1_000) kB each") {
        guard let files = try? ContainerFile.read([("old", old), ("new", new)]),
          let diff = try? ContainerDiff(
            from: files[0], to: files[1],
            options: DiffOptions(
              oldLabel: "old", newLabel: "new", newIsPlan: false, isExact: true,
              placeholderPrefix: "REPLACE_WITH_")), diff.changedCount == count / 10
        else { return -1 }
        return diff.text().utf8.count
      }
      guard let tool = Machine.siblingExecutable("tagwright"),
        let files = Machine.temporaryFiles([old, new])
      else { continue }
      table.measure("the same as a process, 'diff FILE FILE'", runs: 11) {
        Machine.run(tool, ["diff"] + files) == 1 ? 0 : -1
      }
      Machine.remove(files)
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
