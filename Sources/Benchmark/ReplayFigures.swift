import Compiler
import Foundation
import JSONText
import Replay
import Simulator
import TagManager

/// Measurements of the speed and memory use of sending a log through two containers.
enum ReplayFigures {
  /// Hits of the compared rows, and of the row about memory: a million where `TAGWRIGHT_THOROUGH` is set.
  private static let count = 2_000
  private static let largeCount =
    ProcessInfo.processInfo.environment["TAGWRIGHT_THOROUGH"] == nil ? 50_000 : 1_000_000

  static func measure(_ table: inout FigureTable) {
    guard let export = export(), let before = simulation(of: export),
      let after = simulation(of: changed(export))
    else { return table.note("replays were not measured: the sample plan does not compile") }
    let lines = ShopMix.lines(count)
    let one = table.measure("simulate \(count) hits that a shop has, mixed") {
      for line in lines {
        guard case .hit(let hit, _)? = try? HitLine.entry(line) else { return -1 }
        _ = try? before.run(hit)
      }
      return 0
    }
    for (name, other) in [("the same container", before), ("one with another value", after)] {
      let pair = SideBySide(from: before, to: other)
      let two = table.measure("replay them through it and \(name)") {
        let totals = lines.reduce(into: ReplayTotals()) { totals, line in
          pair.play(
            Result { () throws(HitError) in try HitLine.entry(line) }, into: &totals)
        }
        return totals.hits == count ? 0 : -1
      }
      table.note(
        "A replay through two containers, the second \(name), takes \(FigureTable.rounded(two / one)) times as long as one."
      )
    }
    measureProcess(export, &table)
  }

  /// The whole process, on all processors.
  private static func measureProcess(_ export: ContainerExport, _ table: inout FigureTable) {
    let log = ShopMix.lines(largeCount).reduce(into: [UInt8]()) { $0 += $1 + [0x0A] }
    guard let tool = Machine.siblingExecutable("tagwright"),
      let files = Machine.temporaryFiles([log, export.bytes, changed(export).bytes])
    else { return table.note("'replay' was not measured: 'swift build -c release' builds it") }
    let name = "'replay' of \(largeCount) hits, the whole process"
    var memory = 0
    let time = table.measure(name, runs: 1) {
      let arguments = ["replay", "--hits", files[0], "--from", files[1], "--to", files[2]]
      return Machine.run(tool, arguments, peakMemory: &memory) == 1 ? 0 : -1
    }
    Machine.remove(files)
    table.note(
      "\(name): \(Int(Double(largeCount) / time * 1_000)) hits a second, \(memory >> 20) MiB.")
  }

  /// The container of the shop.
  static func export() -> ContainerExport? {
    let files = Compilation(ShopMix.plan, name: "Benchmark").files
    guard let bytes = files.first(where: { $0.path == "server-container.json" })?.bytes,
      let json = try? JSON.read(bytes, file: nil)
    else { return nil }
    return try? ContainerExport(json: json, form: .export)
  }

  /// The same, with the value of orders taken from elsewhere.
  private static func changed(_ export: ContainerExport) -> ContainerExport {
    let text = String(decoding: export.bytes, as: UTF8.self)
      .replacingOccurrences(of: "\"value\": \"value\"", with: "\"value\": \"total\"")
    guard let json = try? JSON.read(text),
      let copy = try? ContainerExport(json: json, form: .export)
    else { return export }
    return copy
  }

  private static func simulation(of export: ContainerExport) -> Simulation? {
    (try? ContainerProgram(export.version)).map { Simulation($0, endpoints: RequestForm.known) }
  }
}
