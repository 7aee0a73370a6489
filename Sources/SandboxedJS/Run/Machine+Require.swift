extension Machine {
  /// The function `require`, which gives scripts the APIs.
  ///
  /// - Parameter isRecorded: whether calls count for `assertApi`; those of a test's own code do not.
  func makeRequire(isRecorded: Bool) -> Value {
    makeFunction("require") { (machine, arguments) throws(RunFailure) in
      let name = try machine.string(arguments[0])
      guard machine.host.test == nil else {
        return try machine.require(name.text(machine.heap), isRecorded: isRecorded)
      }
      return try machine.require(name)
    }
  }

  /// An API outside tests. Names stand in a script as constants, by which its layout knows their APIs.
  private func require(_ string: StringReference) throws(RunFailure) -> Value {
    let name = atom(string)
    if let known = required[name] { return known }
    let value =
      if !host.environment.recordsCalls, let api = layout.apis[name]?[host.side] {
        makeAPI(api)
      } else {
        try makeAPI(name.text(heap))
      }
    required.add(value, for: name)
    return value
  }

  private func makeAPI(_ api: ScriptLayout.API) -> Value {
    guard let methods = api.methods else { return Value(makeFunction(native: api.function)) }
    let object = makeObject(capacity: api.methodCount)
    for index in 0..<api.methodCount {
      object.set(methods[index], Value(makeFunction(native: api.function + index)), heap)
    }
    return Value(object)
  }

  private func require(_ name: String, isRecorded: Bool) throws(RunFailure) -> Value {
    if let test = host.test {
      if let object = test.mockedObjects[name] { return object }
      if test.mocks[name] != nil || isRecorded && test.isRecording {
        return try testedAPI(name, isRecorded: isRecorded)
      }
    }
    if let known = host.required[name] { return known }
    let value = try makeAPI(name)
    host.required.add(value, for: name)
    return value
  }

  /// The API of a name as a script's value.
  func makeAPI(_ name: String) throws(RunFailure) -> Value {
    guard let (api, function) = apis[name] else {
      throw RunFailure(.error, "Error: require of '\(name)', which is \(host.reasonWithout(name))")
    }
    switch api.form {
    case .function(let body):
      guard host.environment.recordsCalls else { return Value(makeFunction(native: function)) }
      return makeFunction(name) { (machine, arguments) throws(RunFailure) in
        machine.recordCall(name, arguments)
        return try body(machine, arguments)
      }
    case .object(let methods):
      let object = makeObject(capacity: methods.count)
      for (index, method) in methods.enumerated() {
        object.set(atom(method.name), Value(makeFunction(native: function + index)), heap)
      }
      return Value(object)
    }
  }

  func recordCall(_ name: String, _ arguments: Arguments) {
    guard host.environment.recordsCalls else { return }
    host.record.calls.append(
      RunRecord.Call(api: name, arguments: arguments.all.map { copyOut($0) }))
  }
}

extension Arguments {
  /// Everything from an argument on.
  func from(_ index: Int) -> [Value] { Array(all.dropFirst(index)) }
}

extension Machine {
  /// An argument as text, whose copy counts as memory of the run.
  func text(_ value: Value) throws(RunFailure) -> String {
    let string = try string(value)
    try reserve(string.count)
    heap.count(string.count)
    return string.text(heap)
  }

  /// An argument as text, if it was given.
  func textIfGiven(_ value: Value) throws(RunFailure) -> String? {
    value.isUndefined ? nil : try text(value)
  }

  /// The property of an options object, or `undefined`.
  func option(_ options: Value, _ name: String) -> Value {
    options.isObject ? options.object.value(atom(name)) ?? .undefined : .undefined
  }

  /// An object with the given properties.
  func object(_ members: [(String, Value)]) -> Value {
    let object = makeObject(capacity: members.count)
    for (key, value) in members { object.set(atom(key), value, heap) }
    return Value(object)
  }

  /// Calls a function with arguments once the running code has ended.
  func callSoon(_ function: Value, _ arguments: [Value]) {
    jobs.append(
      .call(
        makeFunction("callback") { (machine, _) throws(RunFailure) in
          try machine.call(function, arguments)
        }))
  }
}
