/// One run of a template's code, outside tests.
package final class TemplateRun: Sendable {
  /// The ways in which the code can end.
  package enum Outcome: Hashable, Sendable {
    /// The value that it returned.
    case returned(ScriptValue)
    case failed(RunFailure)
  }

  /// The signals by which a tag tells how it ended.
  package enum Signal: Hashable, Sendable {
    case success, failure
  }

  package let outcome: Outcome
  /// The first call of `data.gtmOnSuccess` or `data.gtmOnFailure`; `nil` if there was none.
  package let signal: Signal?
  /// The effects of the run on the world outside.
  package let record: RunRecord
  /// Errors that rejected a promise instead of ending the run.
  package let rejections: [RunFailure]
  /// The steps that it took, as ``RunLimits/steps`` counts them.
  package let steps: Int
  /// The bytes that it took.
  package let memory: Int
  /// The lines that were reached, if the script was compiled to note them.
  package let coveredLines: Set<Int>

  /// Runs a template, and everything that it leaves for later.
  ///
  /// - Parameters:
  ///   - script: made by ``CompiledScript/init(template:coversLines:)``.
  ///   - data: the template's fields, as an object.
  package init(
    _ script: CompiledScript, kind: TemplateKind, data: ScriptValue = .object([]),
    environment: Environment = Environment(), permissions: PermissionPolicy = .everything,
    limits: RunLimits = RunLimits()
  ) {
    let host = Host(environment: environment, permissions: permissions, kind: kind)
    let machine = Machine(limits: limits, host: host, script.layout)
    let signal = SignalBox()
    do throws(RunFailure) {
      let value = try machine.run(script, data: data, signal)
      outcome = .returned(machine.copyOut(value))
    } catch {
      outcome = .failed(error)
    }
    self.signal = signal.value
    record = machine.finishRecord()
    rejections = machine.swallowed
    steps = machine.stepCount
    memory = machine.heap.reservedBytes
    coveredLines = machine.coveredLines
  }
}

/// A box in which the functions of a tag's data leave the tag's signal.
private final class SignalBox {
  var value: TemplateRun.Signal?
}

extension Machine {
  fileprivate func run(
    _ script: CompiledScript, data: ScriptValue, _ signal: SignalBox
  ) throws(RunFailure) -> Value {
    let values = try value(data)
    if host.kind == .tag, values.isObject {
      for (name, meaning) in [
        ("gtmOnSuccess", TemplateRun.Signal.success), ("gtmOnFailure", .failure),
      ] {
        let function = makeFunction(name) { (_, _) throws(RunFailure) in
          signal.value = signal.value ?? meaning
          return .undefined
        }
        values.object.set(atom(name), function, heap)
      }
    }
    let main = try load(
      script, as: [.template], supplied: [makeRequire(isRecorded: false), values])
    host.isTemplateRunning = true
    let result = try call(Value(main), [])
    host.isTemplateRunning = false
    try runJobs()
    host.record.awaitsEnd = !host.eventCallbacks.isEmpty
    for callback in host.eventCallbacks where callback.isFunction {
      _ = try call(
        callback,
        [
          string(host.environment.surroundings.container.containerID),
          object([("tags", try self.value(host.environment.finishedTags))]),
        ])
      try runJobs()
    }
    // What a variable promises is its value once that is known.
    if result.isPromise, result.promise.pointee.state == .fulfilled {
      return result.promise.pointee.value
    }
    return result
  }
}

extension CompiledScript {
  /// The names that a template's code is given.
  static let templateNames = ["require", "data"]

  /// Compiles a template's code.
  ///
  /// - Throws: the first place that is not sandboxed JavaScript.
  package convenience init(
    template source: String, coversLines: Bool = false
  ) throws(SyntaxError) {
    try self.init(
      [Program(parsing: source)], supplied: Self.templateNames, coversLines: coversLines)
  }

  /// Compiles a template's syntax tree.
  package convenience init(
    template program: Program, coversLines: Bool = false
  ) throws(SyntaxError) {
    try self.init([program], supplied: Self.templateNames, coversLines: coversLines)
  }
}
