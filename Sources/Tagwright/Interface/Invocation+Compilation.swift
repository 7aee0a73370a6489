import Compiler
import Diagnostics

extension Invocation {
  /// Compiles the plan for each of its environments, without secrets, and tries out its examples.
  func compile() -> Compilation {
    compileWithoutExamples().withExamples
  }

  /// Compiles the plan for each of its environments, without secrets.
  func compileWithoutExamples() -> Compilation {
    Compilation(variants(), name: planName, readFile: Self.readFile)
  }

  /// Compiles the plan for the environment that was picked, or for each, without making files.
  func compileForChecks() throws(CommandError) -> Compilation {
    let variants = variants()
    let picked = try pickedEnvironment(among: variants)
    return Compilation(
      variants, name: planName, for: { picked == nil || $0 == picked }, makesFiles: false,
      on: Process.today, readFile: Self.readFile
    ).withExamples
  }

  /// Compiles the plan for the environment that was picked, or for its first, so that it can be run.
  ///
  /// - Throws: a finding where the plan has errors, which are printed.
  func compileForRuns() throws(CommandError) -> Compilation {
    let variants = variants()
    let picked = try pickedEnvironment(among: variants)
    let wanted = picked ?? variants.first?.environment
    let compilation = Compilation(
      variants, name: planName, for: { $0 == wanted }, makesFiles: false, readFile: Self.readFile)
    guard report(compilation.diagnostics.filter { $0.severity == .error }) else {
      throw CommandError("the plan has errors", status: .finding)
    }
    return compilation
  }

  /// Prints diagnostics; false where one of them is an error.
  func report(_ diagnostics: [Diagnostic]) -> Bool {
    for diagnostic in diagnostics {
      console.report(diagnostic.text(relativeTo: workingDirectory, style: console.style))
    }
    return !diagnostics.contains { $0.severity == .error }
  }

  /// Reads a file that the plan names.
  static func readFile(_ path: String) -> FileContent {
    do throws(FileError) {
      return .bytes(try FileSystem.read(path))
    } catch {
      return .missing(reason: error.reason ?? error.problem)
    }
  }
}
