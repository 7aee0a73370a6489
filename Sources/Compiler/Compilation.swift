package import Diagnostics
package import TagwrightPlan

/// The whole way from a plan to the bytes of its files, a named value at each stage.
package struct Compilation: Sendable {
  /// The diagnostics found on the way, sorted by place.
  package private(set) var diagnostics: [Diagnostic]
  /// The files, where no diagnostic is an error.
  package private(set) var files: [RenderedFile]
  /// The server containers, for trying them out; none where a diagnostic is an error.
  package let containers: [CompiledServerContainer]
  /// The web containers; none where a diagnostic is an error.
  package let webContainers: [CompiledWebContainer]
  /// The web containers with the server containers behind them; none where a diagnostic is an error.
  package let pairs: [ContractPair]
  /// The plan for each environment that was picked.
  let resolved: [ResolvedPlan]

  /// Compiles a plan.
  ///
  /// - Parameters:
  ///   - variants: what was declared, once for each environment.
  ///   - name: the plan's name, which generated entities carry in their notes.
  ///   - secrets: values for placeholders; empty for files that go into git.
  ///   - picked: the environments that diagnostics and files are wanted for; what concerns several is always told.
  ///   - makesFiles: whether files are wanted at all.
  ///   - day: the day for which diagnostics are wanted, of those that depend on one; `nil` leaves them out.
  ///   - readFile: reads a template file that the plan names.
  package init(
    _ variants: [PlanVariant], name: String, secrets: [String: String] = [:],
    for picked: (TargetEnvironment?) -> Bool = { _ in true }, makesFiles: Bool = true,
    on day: CalendarDay? = nil,
    readFile: (String) -> FileContent = { _ in .missing(reason: "no files can be read here") }
  ) {
    let plans = variants.map { variant in
      let resolved = resolve(variant, name: name, readFile: readFile)
      return (resolved: resolved, lowered: lower(resolved))
    }
    resolved = plans.map(\.resolved).filter { picked($0.environment) }
    let found = check(plans, for: picked, on: day)
    var wanted =
      found.contains { $0.severity == .error }
      ? [] : plans.filter { picked($0.resolved.environment) }
    let faults = wanted.flatMap(\.lowered.faults)
    if faults.contains(where: { $0.severity == .error }) { wanted = [] }
    diagnostics = (found + faults).sortedByPlace()
    files = wanted.flatMap { plan in
      makesFiles ? render(plan.lowered, of: plan.resolved, secrets: secrets) : []
    }
    containers = wanted.flatMap { CompiledServerContainer.all(of: $0.lowered, $0.resolved) }
    webContainers = wanted.flatMap { CompiledWebContainer.all(of: $0.lowered, $0.resolved) }
    pairs = wanted.flatMap { ContractPair.all(of: $0.lowered, $0.resolved) }
  }

  /// The compilation with what trying out its examples gave; no file is left where one of them fails.
  package func adding(files: [RenderedFile], diagnostics: [Diagnostic]) -> Compilation {
    var compilation = self
    compilation.diagnostics = (self.diagnostics + diagnostics).sortedByPlace()
    let isWrong = diagnostics.contains { $0.severity == .error }
    compilation.files = isWrong ? [] : self.files + files
    return compilation
  }

  /// Compiles a plan that has no environments; `isTest` where its events are only tried out.
  package init(
    _ plan: Plan, name: String, secrets: [String: String] = [:], isTest: Bool = false,
    readFile: (String) -> FileContent = { _ in .missing(reason: "no files can be read here") }
  ) {
    self.init(
      [PlanVariant(environment: nil, plan: plan, isTest: isTest)], name: name, secrets: secrets,
      readFile: readFile)
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

/// The result of reading a file.
package enum FileContent: Sendable {
  case bytes([UInt8])
  case missing(reason: String)
}
