import Adoption
import Foundation

/// What the compiler's parser says of Swift files, all of them in one run; nothing where there is no compiler.
struct SwiftParse {
  let errors: [String]

  init(_ sources: AdoptedSources) throws { try self.init(sources.files) }

  init(_ files: [AdoptedSources.File]) throws {
    guard let compiler = Self.compiler else {
      errors = []
      return
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tagwright-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for file in files where file.path.hasSuffix(".swift") {
      let url = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
      paths.append(url.path)
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: compiler)
    process.arguments = ["-frontend", "-parse", "-swift-version", "6"] + paths
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    errors = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { $0.contains("error: ") || $0.contains("warning: ") }
  }

  private static let compiler: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":").map { "\($0)/swiftc" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()
}

extension AdoptedSources.File {
  /// Whether no block of the file has more than twenty elements, as far as its indentation shows.
  var hasShortBlocks: Bool {
    var count = 0
    var indent = 0
    for line in text.split(separator: "\n") {
      if line.hasSuffix("[ContainerElement] {") || line.hasSuffix("{") {
        count = 0
        indent = line.prefix { $0 == " " }.count + 2
      } else if line.prefix(while: { $0 == " " }).count == indent,
        line.dropFirst(indent).first != "."
      {
        if line.dropFirst(indent).first.map({ $0.isLetter }) == true { count += 1 }
        if count > 20 { return false }
      }
    }
    return true
  }
}
