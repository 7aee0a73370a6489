extension ServerAPI {
  static let addEventCallback = ServerAPI(
    "addEventCallback", "Calls a function when all tags of the event have ended.",
    permission: .readEventMetadata
  ) { (machine, arguments) throws(RunFailure) in
    try machine.host.demand(.readEventMetadata)
    machine.host.eventCallbacks.append(arguments[0])
    return .undefined
  }

  static let runContainer = ServerAPI(
    "runContainer", "Runs the container's tags with an event.", permission: .runContainer,
    kinds: [.client]
  ) { (machine, arguments) throws(RunFailure) in
    try machine.host.demand(.runContainer)
    machine.host.record.events.append(machine.copyOut(arguments[0]))
    let bindToEvent = machine.makeFunction("bindToEvent") { (_, arguments) throws(RunFailure) in
      arguments[0]
    }
    // The tags start, then end.
    for callback in [arguments[2], arguments[1]] where callback.isFunction {
      machine.callSoon(callback, [bindToEvent])
    }
    return .undefined
  }
}
