/// The values that a scenario put in the place of APIs, and what it can ask about their calls.
struct TestState {
  /// The values that `mock` put in the place of APIs, by name.
  var mocks: [String: Value] = [:]
  /// The values that `mockObject` put in the place of APIs, by name.
  var mockedObjects: [String: Value] = [:]
  /// The calls of each API, with their arguments.
  var calls: [String: [[Value]]] = [:]
  /// Whether calls count.
  var isRecording = true
  /// The template, which `runCode` runs.
  let template: CompiledScript
}

extension Machine {
  /// An API as the template sees it in a test: its calls are recorded, and a mock can take its place.
  func testedAPI(_ name: String, isRecorded: Bool) throws(RunFailure) -> Value {
    let key = (isRecorded ? "recorded " : "mocked ") + name
    let isMocked = host.test?.mocks[name] != nil
    if !isMocked, let known = host.required[key] { return known }
    if !isMocked, host.api(name)?.methods != nil {
      let value = try makeAPI(name)
      host.required[key] = value
      return value
    }
    let real = isMocked ? Value.undefined : try makeAPI(name)
    let function = makeFunction(name) { (machine, arguments) throws(RunFailure) in
      if isRecorded { machine.noteCall(name, arguments) }
      guard let mock = machine.host.test?.mocks[name] else {
        return real.isFunction ? try machine.call(real, arguments.all) : .undefined
      }
      return mock.isFunction ? try machine.call(mock, arguments.all) : mock
    }
    if !isMocked { host.required[key] = function }
    return function
  }

  func noteCall(_ name: String, _ arguments: Arguments) {
    host.test?.calls[name, default: []].append(arguments.all)
  }
}
