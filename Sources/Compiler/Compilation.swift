package import Diagnostics
package import TagwrightPlan

/// The whole way from a plan to the bytes of its files, a named value at each stage.
package struct Compilation: Sendable {
  /// What was found on the way, sorted by place.
  package let diagnostics: [Diagnostic]
  /// The files, where no diagnostic is an error.
  package let files: [RenderedFile]

  /// Compiles a plan.
  ///
  /// - Parameters:
  ///   - plan: what was declared.
  ///   - name: the plan's name, which generated entities carry in their notes.
  ///   - secrets: values for placeholders; empty for files that go into git.
  ///   - readFile: reads a template file that the plan names.
  package init(
    _ plan: Plan, name: String, secrets: [String: String] = [:],
    readFile: (String) -> FileContent = { _ in .missing(reason: "no files can be read here") }
  ) {
    let (resolved, unresolved) = resolve(plan, name: name, readFile: readFile)
    let found = unresolved + check(resolved)
    let lowered = lower(resolved)
    diagnostics = (found + lowered.problems).each().sortedByPlace()
    let isWrong = diagnostics.contains { $0.severity == .error }
    files = isWrong ? [] : render(lowered, of: resolved, secrets: secrets)
  }
}

/// A file that the plan leads to: its path below `Output/` and its bytes.
package struct RenderedFile: Hashable, Sendable {
  /// The path below the output folder, with `/` between folders.
  package let path: String
  /// The content.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What reading a file gave.
package enum FileContent: Sendable {
  case bytes([UInt8])
  case missing(reason: String)
}

extension Sequence<Diagnostic> {
  /// Each one once: a source that several events share is checked with every one of them.
  fileprivate func each() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
