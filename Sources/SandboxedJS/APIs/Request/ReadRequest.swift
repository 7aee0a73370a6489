extension ServerAPI {
  static let getRequestHeader = ServerAPI(
    "getRequestHeader", "Returns a header of the request, whatever the case of its name.",
    permission: .readRequest
  ) { (machine, arguments) throws(RunFailure) in
    let name = try machine.text(arguments[0])
    try machine.host.demand(.readRequest(.header(name)))
    return machine.stringOrUndefined(machine.host.environment.surroundings.request.header(name))
  }

  static let getRequestBody = ServerAPI(
    "getRequestBody", "Returns the request's body, or undefined.", permission: .readRequest
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readRequest(.body))
    return machine.stringOrUndefined(machine.host.environment.surroundings.request.body)
  }

  static let getRequestMethod = ServerAPI(
    // No template uses it without another part of the request, so what it needs alone is not known.
    "getRequestMethod", "Returns the request's method, such as 'GET'."
  ) { (machine, _) throws(RunFailure) in
    machine.string(machine.host.environment.surroundings.request.method)
  }

  static let getRequestPath = ServerAPI(
    "getRequestPath", "Returns the request's path, without the query.", permission: .readRequest
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readRequest(.path))
    return machine.string(machine.host.environment.surroundings.request.path)
  }

  static let getRemoteAddress = ServerAPI(
    "getRemoteAddress", "Returns the visitor's address, as well as the headers tell it.",
    permission: .readRequest
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readRequest(.remoteAddress))
    return machine.string(machine.host.environment.surroundings.request.remoteAddress)
  }
}

extension Machine {
  func stringOrUndefined(_ text: String?) -> Value { text.map { string($0) } ?? .undefined }
}
