import Compiler
package import Diagnostics

/// Looks for access tokens in the files of a package: what a plan leads to, what it is written in, and its templates.
///
/// What is found is named by file and line and never shown.
package struct TokenScan: Sendable {
  /// The package's folder, absolute.
  package let folder: String
  /// Folders and files to look through, relative to it.
  package let paths: [String]

  /// Looks through some of a package's folders and files; what does not exist is left out.
  package init(folder: String, paths: [String]) {
    self.folder = folder
    self.paths = paths
  }

  /// A finding for each line with a token, sorted by place.
  ///
  /// - Throws: where a file or a folder cannot be read.
  package func diagnostics() throws(FileError) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for path in try files() {
      let full = "\(folder)/\(path)"
      diagnostics += Self.findings(in: try FileSystem.read(full), file: full)
    }
    return diagnostics.sortedByPlace()
  }

  /// The lines of a text that hold a token.
  package static func findings(in bytes: [UInt8], file: String) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var number = 1
    var start = 0
    var isSuspicious = false
    var wordStart = 0
    var hasDigit = false
    var dashes = 0
    // One look at each byte: nearly no line has a word that could be a token.
    for (index, byte) in bytes.enumerated() {
      let kind = kinds[Int(byte)]
      if kind != .other {
        if kind == .digit { hasDigit = true }
        dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
        if dashes == 5 { isSuspicious = true }
        continue
      }
      if hasDigit, index - wordStart >= 8 { isSuspicious = true }
      wordStart = index + 1
      hasDigit = false
      dashes = 0
      guard byte == UInt8(ascii: "\n") else { continue }
      if isSuspicious { findings += finding(in: bytes[start..<index], file: file, line: number) }
      isSuspicious = false
      number += 1
      start = index + 1
    }
    if hasDigit, bytes.count - wordStart >= 8 { isSuspicious = true }
    if isSuspicious { findings += finding(in: bytes[start...], file: file, line: number) }
    return findings
  }

  private enum ByteKind { case other, digit, ofWord }

  /// The kind of each byte, by its role in the words of tokens.
  private static let kinds: [ByteKind] = (0...255).map { value in
    let byte = UInt8(value)
    if (0x30...0x39).contains(byte) { return .digit }
    let isOfWord =
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || "_-.".utf8.contains(byte)
    return isOfWord ? .ofWord : .other
  }

  private static func finding(
    in line: ArraySlice<UInt8>, file: String, line number: Int
  ) -> [Diagnostic] {
    let text = String(decoding: line, as: UTF8.self)
    guard !namesACommit(text), let pattern = TokenPattern.first(in: text) else { return [] }
    return [
      Diagnostic(
        .error, rule: "token-literal", "the line holds what looks like \(pattern.name)",
        at: SourcePlace(file: file, line: number), notes: pattern.notes)
    ]
  }

  /// A commit of git has as many digits as a token of TikTok; these keys say that it is one.
  private static func namesACommit(_ line: String) -> Bool {
    let text = line.drop { " \t-".contains($0) }
    return ["\"version\":", "\"sha\":", "sha:"].contains { text.hasPrefix($0) }
  }

  private func files() throws(FileError) -> [String] {
    var files: [String] = []
    var waiting = Array(Set(paths))
    while let path = waiting.popLast() {
      guard let status = try FileSystem.status(of: "\(folder)/\(path)") else { continue }
      switch status.kind {
      case .file: if Self.isText(path) { files.append(path) }
      case .folder:
        for name in try FileSystem.names(in: "\(folder)/\(path)") {
          waiting.append("\(path)/\(name)")
        }
      case .link, .other: break
      }
    }
    return files.sorted()
  }

  private static func isText(_ path: String) -> Bool {
    ["json", "tpl", "js", "swift", "md", "txt", "csv", "yml", "yaml"]
      .contains { path.hasSuffix(".\($0)") }
  }
}

extension Invocation {
  /// The tokens in the output folder, in the templates and in the files that a plan is written in.
  ///
  /// Of the output folder, where an environment was picked, only that environment's part.
  func scanForTokens() throws(CommandError) -> [Diagnostic] {
    let variants = variants()
    let picked = try pickedEnvironment(among: variants)
    guard let package = try packageFolder() else {
      console.report(
        "\(console.style.word("note")): there is no 'Package.swift' here or in a folder above: "
          + "only the plan itself is checked")
      return []
    }
    let folder = package == "/" ? "" : package
    var paths = [picked.map { "Output/\($0.name)" } ?? "Output", "Templates"]
    // Where the plan was compiled elsewhere, its files are not these.
    let sources = "\(folder)/Sources/"
    for container in variants.flatMap(\.plan.declaredContainers)
    where container.place.file.hasPrefix(sources) {
      let target = container.place.file.dropFirst(sources.count).prefix { $0 != "/" }
      paths.append("Sources/\(target)")
    }
    return try passingOn(TokenScan(folder: folder, paths: paths).diagnostics())
  }
}
