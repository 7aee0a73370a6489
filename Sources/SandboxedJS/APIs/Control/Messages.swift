extension ServerAPI {
  static let addMessageListener = ServerAPI(
    "addMessageListener", "Calls a function for each message of a type.",
    permission: .useMessage
  ) { (machine, arguments) throws(RunFailure) in
    let type = try machine.text(arguments[0])
    try machine.host.demand(.useMessage(type: type, action: "listen"))
    machine.host.listeners[type, default: []].append(arguments[1])
    return .undefined
  }

  static let hasMessageListener = ServerAPI(
    "hasMessageListener", "Says whether something listens to messages of a type.",
    permission: .useMessage
  ) { (machine, arguments) throws(RunFailure) in
    let type = try machine.text(arguments[0])
    try machine.host.demand(.useMessage(type: type, action: "send"))
    return Value(machine.host.listeners[type] != nil)
  }

  static let sendMessage = ServerAPI(
    "sendMessage", "Calls what listens to messages of a type with an object.",
    permission: .useMessage
  ) { (machine, arguments) throws(RunFailure) in
    let type = try machine.text(arguments[0])
    try machine.host.demand(.useMessage(type: type, action: "send"))
    guard arguments[1].isObject else { return .undefined }
    for listener in machine.host.listeners[type] ?? [] {
      _ = try machine.call(
        listener, [machine.string(type), try machine.deepCopy(arguments[1])])
    }
    return .undefined
  }
}
