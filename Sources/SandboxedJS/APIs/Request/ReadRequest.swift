extension SandboxAPI {
  static let getRequestHeader = SandboxAPI(
    "getRequestHeader", "Returns a header of the request, whatever the case of its name.",
    permission: .readRequest
  ) { (machine, arguments) throws(RunFailure) in
    let name = try machine.text(arguments[0])
    try machine.host.demand(.readRequest(.header(name)))
    return machine.stringOrUndefined(machine.host.environment.request.header(name))
  }

  static let getRequestBody = SandboxAPI(
    "getRequestBody", "Returns the request's body, or undefined.", permission: .readRequest
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readRequest(.body))
    return machine.stringOrUndefined(machine.host.environment.request.body)
  }

  static let getRequestMethod = SandboxAPI(
    "getRequestMethod", "Returns the request's method, such as 'GET'.", permission: .readRequest
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readRequest(.method))
    return machine.string(machine.host.environment.request.method)
  }

  static let getRequestPath = SandboxAPI(
    "getRequestPath", "Returns the request's path, without the query.", permission: .readRequest
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readRequest(.path))
    return machine.string(machine.host.environment.request.path)
  }

  static let getRemoteAddress = SandboxAPI(
    "getRemoteAddress", "Returns the visitor's address, as well as the headers tell it.",
    permission: .readRequest
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readRequest(.remoteAddress))
    return machine.string(machine.host.environment.request.remoteAddress)
  }
}

extension Machine {
  func stringOrUndefined(_ text: String?) -> Value { text.map { string($0) } ?? .undefined }
}
