import Foundation
import Testing

/// A destination is a declaration: what it costs, and where it is named.
@Suite struct DestinationFileTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../..").standardizedFileURL

  /// The files below a folder, by their paths.
  private static func files(below folder: String, _ ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: repository.appending(path: folder).path
    ).filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
  }

  private static func lines(of path: String) throws -> ArraySlice<Substring> {
    let text = try String(contentsOf: repository.appending(path: path), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  /// The lines of a file without comments and texts.
  private static func code(of path: String) throws -> [Substring] {
    var isText = false
    return try lines(of: path).filter { line in
      let isLiteral = isText
      if line.contains("\"\"\"") { isText.toggle() }
      return !isLiteral && !line.contains("//") && !line.contains("\"")
    }
  }

  /// The lines of the files in a destination's own folders.
  private static func lineCount(of destination: String, below folder: String, _ ending: String)
    throws -> Int
  {
    try files(below: folder, ending).filter { $0.contains("/\(destination)/") && !reads($0) }
      .reduce(0) { try $0 + lines(of: $1).count }
  }

  @Test func aDestinationHasFewLinesOfItsOwn() throws {
    #expect(try Self.lineCount(of: "TikTok", below: "Sources", ".swift") <= 800)
    #expect(try Self.lineCount(of: "Meta", below: "Sources", ".swift") <= 500)
    #expect(try Self.lineCount(of: "Meta", below: "Templates", ".js") <= 120)
    for name in ["Pinterest", "Snapchat", "Reddit", "LinkedIn"] {
      #expect(try Self.lineCount(of: name, below: "Sources", ".swift") <= 400)
      #expect(try Self.lineCount(of: name, below: "Templates", ".js") <= 80)
    }
  }

  private static let names = ["TikTok", "Meta", "Pinterest", "Snapchat", "Reddit", "LinkedIn"]

  /// Whether a file is of what makes a plan of a container again, which is counted apart.
  private static func reads(_ path: String) -> Bool {
    [
      "/Reading/", "+Reading.swift", "+Calls.swift", "/WrittenDestination.swift",
      "/EventCalls.swift",
    ].contains(where: path.contains)
  }

  /// Whether a file stands in a destination's own folder.
  private static func isOwn(_ path: String) -> Bool { names.contains { path.contains("/\($0)/") } }

  /// Six destinations with their pixels, in three layouts; one alone, before they were declarations, had 4,212 lines.
  @Test func whatTheyHaveInCommonStaysSmall() throws {
    let general =
      try Self.files(below: "Sources/Compiler/Destinations", ".swift")
      + Self.files(below: "Sources/TagwrightPlan/Destinations", ".swift")
    let lines = try general.filter { !Self.isOwn($0) }
      .map { (reads: Self.reads($0), count: try Self.lines(of: $0).count) }
    let count = lines.filter { !$0.reads }.reduce(0) { $0 + $1.count }
    #expect(count <= 5_122)
    let reading = lines.filter(\.reads).reduce(0) { $0 + $1.count }
    #expect(reading <= 1_370)
  }

  /// Code names a destination in the registry alone; comments may, and texts that explain a rule. Plans name theirs.
  @Test func nothingButTheRegistryNamesADestination() throws {
    let name =
      /\b([Tt]ik[Tt]ok|ttclid|_ttp|Meta|META|facebook|fbclid|_fbp|Pinterest|Snapchat|Reddit|LinkedIn)\b/
      .wordBoundaryKind(.simple)
    let plans = ["Sources/Shop/", "Sources/Benchmark/", "Sources/Fuzz/"]
    let texts = [
      "Sources/Compiler/Checks/Rules/", "Sources/Compiler/Checks/RuleMessages.generated.swift",
    ]
    var found: [String] = []
    for path in try Self.files(below: "Sources", ".swift")
    where !Self.isOwn(path) && !plans.contains(where: path.hasPrefix) {
      let isExplained = texts.contains(where: path.hasPrefix)
      let lines =
        isExplained
        ? try Self.code(of: path)
        : try Self.lines(of: path).filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      if lines.contains(where: { $0.contains(name) }) { found.append(path) }
    }
    #expect(
      found == ["Sources/Compiler/Destinations/CompiledDestinations.swift"])
  }
}
