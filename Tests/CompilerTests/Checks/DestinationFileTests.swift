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
    try files(below: folder, ending).filter { $0.contains("/\(destination)/") }
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

  /// Whether a file stands in a destination's own folder.
  private static func isOwn(_ path: String) -> Bool { names.contains { path.contains("/\($0)/") } }

  /// Six destinations with their pixels; one alone, before they were declarations, had 4,212 lines.
  @Test func whatTheyHaveInCommonStaysSmall() throws {
    let general =
      try Self.files(below: "Sources/Compiler/Destinations", ".swift")
      + Self.files(below: "Sources/TagwrightPlan/Destinations", ".swift")
    let count = try general.filter { !Self.isOwn($0) }
      .reduce(0) { try $0 + Self.lines(of: $1).count }
    #expect(count < 4_760)
  }

  /// The code of the compiler and of the plan names a destination in the registry alone; comments, the examples of rules
  /// and what is said to people may.
  @Test func nothingButTheRegistryNamesADestinationInCode() throws {
    var found: [String] = []
    for path in try Self.files(below: "Sources/Compiler", ".swift")
      + Self.files(below: "Sources/TagwrightPlan", ".swift")
    where !Self.isOwn(path) {
      let name = /\b(TikTok|Meta|Pinterest|Snapchat|Reddit|LinkedIn)\b/.wordBoundaryKind(.simple)
      if try Self.code(of: path).contains(where: { $0.contains(name) }) { found.append(path) }
    }
    #expect(found == ["Sources/Compiler/Destinations/CompiledDestinations.swift"])
  }
}
