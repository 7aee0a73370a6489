import Foundation
import TagManager
import TestSupport

/// The real containers in the folder that TAGWRIGHT_CORPUS names; none where it names none.
enum Corpus {
  static let paths: [String] = {
    guard let folder = TestRun.corpus else { return [] }
    return ["server", "web"].flatMap { side in
      let folder = "\(folder)/exports/\(side)"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.sorted().map { "\(folder)/\($0)" }
    }
  }()

  static func file(_ path: String) throws -> ContainerFile {
    try ContainerFile([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), name: path)
  }
}
