extension ServerAPI {
  static let getClientName = ServerAPI(
    "getClientName", "Returns the name of the client that claimed the request.",
    permission: .readContainerData
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readContainerData)
    return machine.string(machine.host.environment.surroundings.clientName)
  }

  static let getContainerVersion = ServerAPI(
    "getContainerVersion", "Returns an object with the container's id, version and environment.",
    permission: .readContainerData
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readContainerData)
    let container = machine.host.environment.surroundings.container
    return machine.object([
      ("containerId", machine.string(container.containerID)),
      ("debugMode", Value(container.debugMode)),
      ("environmentName", machine.string(container.environmentName)),
      ("environmentMode", machine.string(container.environmentMode)),
      ("previewMode", Value(container.previewMode)),
      ("version", machine.string(container.version)),
    ])
  }
}
