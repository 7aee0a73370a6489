extension Machine {
  /// The names that a scenario's code has beside those that it declares, and their values.
  static let testNames = [
    "require", "runCode", "mock", "mockObject", "assertApi", "assertThat", "fail", "callLater",
    "Promise", "data",
  ]

  func testFunctions() throws(RunFailure) -> [Value] {
    [
      makeRequire(isRecorded: false),
      makeFunction("runCode") { (machine, arguments) throws(RunFailure) in
        try machine.runCode(arguments[0])
      },
      makeFunction("mock") { (machine, arguments) throws(RunFailure) in
        let name = try machine.text(arguments[0])
        machine.host.test?.mocks[name] = arguments[1]
        machine.host.test?.mockedObjects[name] = nil
        return .undefined
      },
      makeFunction("mockObject") { (machine, arguments) throws(RunFailure) in
        let name = try machine.text(arguments[0])
        machine.host.test?.mockedObjects[name] = arguments[1]
        return .undefined
      },
      makeFunction("assertApi") { (machine, arguments) throws(RunFailure) in
        machine.callMatchers(try machine.text(arguments[0]))
      },
      makeFunction("assertThat") { (machine, arguments) throws(RunFailure) in
        machine.valueMatchers(arguments[0], note: try machine.textIfGiven(arguments[1]))
      },
      makeFunction("fail") { (machine, arguments) throws(RunFailure) in
        let message = try machine.textIfGiven(arguments[0])
        throw RunFailure(.assertion, message ?? "the test called 'fail'")
      },
      try makeAPI("callLater"),
      promiseObject(),
      Value(makeObject()),
    ]
  }

  /// `Promise`, which the tests of web templates have, too.
  private func promiseObject() -> Value {
    guard case .object(let methods) = ServerAPI.promise.form else { return .undefined }
    return object(methods.map { ($0.name, makeFunction($0.name, $0.body)) })
  }

  /// Runs the template once with the given data, and what it left for later.
  private func runCode(_ data: Value) throws(RunFailure) -> Value {
    guard let test = host.test else { return .undefined }
    let main = try load(
      test.template, as: [.template],
      supplied: [makeRequire(isRecorded: true), testData(data)])
    let wasRunning = host.isTemplateRunning
    host.isTemplateRunning = true
    let result = try call(Value(main), [])
    host.isTemplateRunning = wasRunning
    try runPromiseJobs()
    return result
  }

  /// The data of a run: a tag's has the functions that say how it ended, whatever the test put in their place.
  private func testData(_ data: Value) -> Value {
    guard data.isObject || data.isUndefined else { return data }
    let copy = makeObject()
    if data.isObject {
      for key in data.object.keys() {
        copy.set(key, data.object.value(key) ?? .undefined, heap)
      }
    }
    guard host.kind == .tag else { return Value(copy) }
    for name in ["gtmOnSuccess", "gtmOnFailure"] {
      let function = makeFunction(name) { (machine, arguments) throws(RunFailure) in
        machine.noteCall(name, arguments)
        let mock = machine.host.test?.mocks[name] ?? .undefined
        return mock.isFunction ? try machine.call(mock, arguments.all) : .undefined
      }
      copy.set(atom(name), function, heap)
    }
    return Value(copy)
  }
}
