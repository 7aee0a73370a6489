import ContainerDiff
import Foundation
import JSONText
import TagManager
import TestSupport
import Testing

/// Real exports and the schema of the API, outside the repository.
enum CorpusFiles {
  static let folder = TestRun.corpus

  static func json(_ path: String) throws -> JSON {
    let url = try URL(filePath: #require(folder)).appending(path: path)
    return try JSON.read([UInt8](Data(contentsOf: url)), file: path)
  }

  /// The exports of a kind of container, with their names.
  static func exports(_ kind: String) throws -> [(name: String, json: JSON)] {
    let folder = try URL(filePath: #require(folder)).appending(path: "exports/\(kind)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    try #require(!names.isEmpty)
    return try names.map { ($0, try json("exports/\(kind)/\($0)")) }
  }

  static func exports() throws -> [(name: String, json: JSON)] {
    try exports("server") + exports("web")
  }
}

extension JSON {
  /// The version in the API's form, as `versions.get` returns it.
  func inAPIForm() throws -> JSON {
    try ContainerExport(json: self, form: .export).version.json(.api)
  }
}
