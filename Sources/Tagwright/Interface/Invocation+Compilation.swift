import Compiler
import Diagnostics
import TagwrightPlan

extension Invocation {
  /// Compiles the plan, or a plan that was evaluated before, without secrets.
  func compile(_ plan: Plan? = nil) -> Compilation {
    Compilation(plan ?? self.plan(), name: planName, readFile: Self.readFile)
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
