package import Foundation

/// A folder of its own for one test, removed with it.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("tagwright-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The absolute path of something in it.
  package func at(_ relative: String) -> String { "\(path)/\(relative)" }

  /// Writes a text, and makes the folders above it.
  package func write(_ text: String, to relative: String) throws {
    try makeFolder((relative as NSString).deletingLastPathComponent)
    try Data(text.utf8).write(to: URL(fileURLWithPath: at(relative)))
  }

  /// Makes a folder and those above it.
  package func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(
      atPath: at(relative), withIntermediateDirectories: true)
  }

  /// Makes a symbolic link.
  package func link(_ relative: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: at(relative), withDestinationPath: target)
  }

  /// Owner, group and others.
  package func permissions(of relative: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: at(relative))[.posixPermissions] as? Int
  }

  /// Changes who may use it.
  package func setPermissions(_ permissions: Int, of relative: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: at(relative))
  }

  /// What a command wrote: all but the manifest that makes the folder a package.
  package func written() throws -> [String: Data?] {
    try content().filter { $0.key != "Package.swift" }
  }

  /// Every file below a folder with its content; links and folders as `nil`.
  package func content(below relative: String = "") throws -> [String: Data?] {
    let root = relative.isEmpty ? path : at(relative)
    guard let walk = FileManager.default.enumerator(atPath: root) else { return [:] }
    var content: [String: Data?] = [:]
    for case let name as String in walk {
      let isFile = walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular
      let data: Data? = isFile ? try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(name)")) : nil
      content.updateValue(data, forKey: name)
    }
    return content
  }
}
