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
    try machine.host.demand(.logging(debug: machine.host.environment.container.debugMode))
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
