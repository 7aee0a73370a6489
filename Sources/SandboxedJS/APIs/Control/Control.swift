extension ServerAPI {
  static let callLater = ServerAPI(
    "callLater", "Calls a function after the running code and all promises."
  ) { (machine, arguments) throws(RunFailure) in
    machine.laterCalls.append(arguments[0])
    return .undefined
  }

  static let logToConsole = ServerAPI(
    "logToConsole", "Writes its arguments to the console.", permission: .logging
  ) { (machine, arguments) throws(RunFailure) in
    // Where logging is only permitted for debugging, a call elsewhere does nothing.
    let isDebugging = machine.host.environment.surroundings.container.debugMode
    guard machine.host.permissions.allows(.logging(debug: isDebugging)) else {
      return .undefined
    }
    machine.heap.count(MemoryLayout<String>.stride)
    var parts: [String] = []
    for value in arguments.all {
      let isStructure = value.isObject || value.isArray
      let text = isStructure ? try machine.stringify(value) : .undefined
      parts.append(try machine.text(text.isString ? text : value))
    }
    machine.host.record.console.append(parts.joined(separator: " "))
    return .undefined
  }
}
