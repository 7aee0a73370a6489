@testable import SandboxedJS

/// Runs a script that has one function from outside, `log`.
struct Evaluation {
  /// What the script returned, or `undefined`.
  let result: ScriptValue
  /// What ended the run, if it failed.
  let failure: RunFailure?
  /// What `log` was called with, as strings.
  let lines: [String]

  init(_ source: String, limits: RunLimits = RunLimits()) throws {
    let script = try CompiledScript([Program(parsing: source)], supplied: ["log"])
    let machine = Machine(limits: limits)
    nonisolated(unsafe) var lines: [String] = []
    let log = machine.makeFunction("log") { (machine, arguments) throws(RunFailure) in
      for value in arguments.all { lines.append(try machine.string(value).text(machine.heap)) }
      return .undefined
    }
    do throws(RunFailure) {
      let main = try machine.load(script, as: [.template], supplied: [log])
      let value = try machine.call(Value(main), [])
      try machine.runJobs()
      result = machine.copyOut(value)
      failure = nil
    } catch {
      result = .undefined
      failure = error
    }
    self.lines = lines
  }

  /// The result, or the failure's message.
  static func text(_ source: String) throws -> String {
    let run = try Evaluation(source)
    return run.failure?.description ?? run.result.description
  }
}
