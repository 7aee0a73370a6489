extension ServerAPI {
  static let getAllEventData = ServerAPI(
    "getAllEventData", "Returns a copy of the event's data.", permission: .readEventData
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readEventData(nil))
    return try machine.value(machine.host.environment.eventData.value)
  }

  static let getEventData = ServerAPI(
    "getEventData",
    "Returns a copy of the value at a path of keys and indexes with dots between, or undefined.",
    permission: .readEventData
  ) { (machine, arguments) throws(RunFailure) in
    let path = try machine.text(arguments[0])
    try machine.host.demand(.readEventData(path))
    return try machine.value(machine.host.environment.eventData.value(at: path) ?? .undefined)
  }
}
