import CustomTemplate
import Foundation
import JSONText
import TestSupport

/// Template files and exports beside the repository, which two tests read where the environment names their folders.
enum PublicTemplates {
  /// The folder of public `.tpl` files.
  static let folder = ProcessInfo.processInfo.environment["TAGWRIGHT_TEMPLATES"]
  /// The folder of saved exports.
  static let corpus = TestRun.corpus

  /// The bytes of all files below a folder whose names end so, sorted by name.
  static func files(below folder: String?, suffix: String) throws -> [(
    name: String, bytes: [UInt8]
  )] {
    guard let folder, let paths = FileManager.default.enumerator(atPath: folder) else { return [] }
    let names = paths.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.sorted()
    return try names.map {
      ($0, Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))))
    }
  }

  /// Every `templateData` of the saved exports.
  static func embedded() throws -> [(name: String, text: String)] {
    try files(below: corpus.map { $0 + "/exports" }, suffix: ".json").flatMap { file in
      let export = try JSON.read(file.bytes, file: file.name)
      return (export["containerVersion"]?["customTemplate"]?.array ?? []).compactMap { entry in
        entry["templateData"]?.string.map { ("\(file.name): \(entry["name"]?.string ?? "")", $0) }
      }
    }
  }
}
