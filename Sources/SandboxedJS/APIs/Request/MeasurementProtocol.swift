extension ServerAPI {
  static let isRequestMpv1 = ServerAPI(
    "isRequestMpv1", "Says whether the request is of the Measurement Protocol, version 1."
  ) { (machine, _) throws(RunFailure) in
    let path = machine.host.environment.surroundings.request.path
    return Value(["/collect", "/r/collect", "/j/collect", "/batch"].contains(path))
  }

  static let isRequestMpv2 = ServerAPI(
    "isRequestMpv2", "Says whether the request is of the Measurement Protocol, version 2."
  ) { (machine, _) throws(RunFailure) in
    Value(machine.host.environment.surroundings.request.path == "/g/collect")
  }

  static let extractEventsFromMpv1 = ServerAPI(
    "extractEventsFromMpv1", "Reads the events of a Measurement Protocol request, version 1.",
    permission: .readRequest, kinds: [.client]
  ) { (machine, _) throws(RunFailure) in try machine.readEvents(version: 1) }

  static let extractEventsFromMpv2 = ServerAPI(
    "extractEventsFromMpv2", "Reads the events of a Measurement Protocol request, version 2.",
    permission: .readRequest, kinds: [.client]
  ) { (machine, _) throws(RunFailure) in try machine.readEvents(version: 2) }
}

extension Machine {
  fileprivate func readEvents(version: Int) throws(RunFailure) -> Value {
    for part in [PermissionRequest.RequestPart.query, .body, .path] {
      try host.demand(.readRequest(part))
    }
    let environment = host.environment
    guard
      let events = environment.surroundings.readEvents(environment.surroundings.request, version)
    else {
      throw RunFailure(
        .error, "Error: the request is not in the format of Measurement Protocol \(version)")
    }
    return try value(.array(events))
  }
}
