extension WebAPI {
  static let copyFromWindow = ServerAPI(
    "copyFromWindow", "Returns a copy of what 'window' has at a path of keys, or undefined.",
    permission: .accessGlobals
  ) { (machine, arguments) throws(RunFailure) in
    let key = try machine.text(arguments[0])
    try machine.host.demand(.global(key: key, .read))
    return try machine.deepCopy(try machine.window(at: key))
  }

  static let setInWindow = ServerAPI(
    "setInWindow", "Sets what 'window' has at a path of keys; replaces a value only if told to.",
    permission: .accessGlobals
  ) { (machine, arguments) throws(RunFailure) in
    let key = try machine.text(arguments[0])
    try machine.host.demand(.global(key: key, .write))
    let isFree = try machine.window(at: key).isUndefined
    guard isFree || arguments[2].isTruthy else { return .false }
    return Value(try machine.setWindow(at: key, try machine.deepCopy(arguments[1])))
  }

  static let aliasInWindow = ServerAPI(
    "aliasInWindow", "Sets what 'window' has at one path to what it has at another.",
    permission: .accessGlobals
  ) { (machine, arguments) throws(RunFailure) in
    let target = try machine.text(arguments[0])
    let source = try machine.text(arguments[1])
    try machine.host.demand(.global(key: target, .write))
    try machine.host.demand(.global(key: source, .read))
    let value = try machine.window(at: source)
    guard !value.isUndefined else { return .false }
    return Value(try machine.setWindow(at: target, value))
  }

  static let callInWindow = ServerAPI(
    "callInWindow", "Calls the function that 'window' has at a path of keys.",
    permission: .accessGlobals
  ) { (machine, arguments) throws(RunFailure) in
    let key = try machine.text(arguments[0])
    try machine.host.demand(.global(key: key, .execute))
    let function = try machine.window(at: key)
    if function.isFunction { return try machine.call(function, arguments.from(1)) }
    // A list of the page has JavaScript's own 'push', as in 'fbq.queue.push'.
    guard key.hasSuffix(".push") else { return .undefined }
    let list = String(key.dropLast(".push".utf8.count))
    guard try machine.window(at: list).isArray else { return .undefined }
    return try machine.push(Array(arguments.all.dropFirst()), at: list)
  }

  static let createQueue = ServerAPI(
    "createQueue", "Makes an array in 'window' unless it is there; returns what pushes onto it.",
    permission: .accessGlobals
  ) { (machine, arguments) throws(RunFailure) in
    let key = try machine.text(arguments[0])
    try machine.host.demand(.global(key: key, .read))
    try machine.host.demand(.global(key: key, .write))
    try machine.makeQueue(at: key)
    return machine.makeFunction("push") { (machine, arguments) throws(RunFailure) in
      try machine.push(arguments.all, at: key)
    }
  }

  static let createArgumentsQueue = ServerAPI(
    "createArgumentsQueue",
    "Makes a function in 'window' that pushes its arguments onto an array there; returns it.",
    permission: .accessGlobals
  ) { (machine, arguments) throws(RunFailure) in
    let functionKey = try machine.text(arguments[0])
    let key = try machine.text(arguments[1])
    try machine.host.demand(.global(key: functionKey, .read))
    try machine.host.demand(.global(key: functionKey, .write))
    try machine.host.demand(.global(key: key, .read))
    try machine.host.demand(.global(key: key, .write))
    let known = try machine.window(at: functionKey)
    if known.isFunction { return known }
    let function = machine.makeFunction(functionKey) { (machine, arguments) throws(RunFailure) in
      try machine.push([Value(machine.makeArray(arguments.all))], at: key)
    }
    guard try machine.setWindow(at: functionKey, function) else {
      throw .type("'\(functionKey)' has no parent in the window")
    }
    // The array is often kept as a property of the function, as in 'aa' and 'aa.queue'.
    try machine.makeQueue(at: key)
    return function
  }
}

extension Machine {
  /// Ends the run's record: with `window` as the run leaves it, where there is one.
  func finishRecord() -> RunRecord {
    if host.side == .web {
      host.record.page.window = host.window.map { copyOut($0) } ?? host.page.window
    }
    var record = RunRecord()
    swap(&record, &host.record)
    return record
  }

  /// `window`, made of the page when it is first needed.
  private func window() throws(RunFailure) -> Value {
    if let known = host.window { return known }
    let window = try value(host.page.window)
    let root = window.isObject ? window : Value(makeObject())
    host.window = root
    for path in host.page.functions {
      let function = makeFunction(path) { (machine, arguments) throws(RunFailure) in
        machine.host.record.page.calls.append(
          PageRecord.Call(path: path, arguments: arguments.all.map { machine.copyOut($0) }))
        return .undefined
      }
      let keys = path.split(separator: ".").map(String.init)
      var holder = root
      for key in keys.dropLast() {
        let next = try getNamed(holder, atom(key))
        let isHolder = next.isObject || next.isArray || next.isFunction
        let child = isHolder ? next : Value(makeObject())
        if !isHolder { try setNamed(holder, atom(key), child) }
        holder = child
      }
      if let key = keys.last { try setNamed(holder, atom(key), function) }
    }
    return root
  }

  /// Returns the value that `window` has at a path of keys.
  fileprivate func window(at path: String) throws(RunFailure) -> Value {
    var value = try window()
    for key in path.split(separator: ".", omittingEmptySubsequences: false) {
      if value.isNullish { return .undefined }
      value = try getNamed(value, atom(String(key)))
    }
    return value
  }

  /// Sets what `window` has at a path of keys; false where all but the last is not there.
  fileprivate func setWindow(at path: String, _ value: Value) throws(RunFailure) -> Bool {
    var holder = try window()
    let keys = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for key in keys.dropLast() {
      if holder.isNullish { return false }
      holder = try getNamed(holder, atom(key))
    }
    guard holder.isObject || holder.isArray || holder.isFunction, let key = keys.last else {
      return false
    }
    try setNamed(holder, atom(key), value)
    return true
  }

  fileprivate func makeQueue(at key: String) throws(RunFailure) {
    guard try window(at: key).isUndefined else { return }
    guard try setWindow(at: key, Value(makeArray())) else {
      throw .type("'\(key)' has no parent in the window")
    }
  }

  fileprivate func push(_ values: [Value], at key: String) throws(RunFailure) -> Value {
    let queue = try window(at: key)
    guard queue.isArray else {
      // A library that has loaded may have put an object with its own 'push' in place of the array.
      let function = queue.isNullish ? .undefined : try getNamed(queue, atom("push"))
      return function.isFunction ? try call(function, values) : .undefined
    }
    try reserve(values.count * 16)
    for value in values { queue.array.append(try deepCopy(value), heap) }
    return Value(queue.array.count)
  }
}
