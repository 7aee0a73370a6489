extension ServerAPI {
  static let setResponseBody = ServerAPI(
    "setResponseBody", "Sets the response's body.", permission: .accessResponse
  ) { (machine, arguments) throws(RunFailure) in
    try machine.host.demand(.accessResponse(.body))
    machine.host.record.response.body = try machine.text(arguments[0])
    return .undefined
  }

  static let setResponseHeader = ServerAPI(
    "setResponseHeader", "Sets a header of the response; null takes it away.",
    permission: .accessResponse
  ) { (machine, arguments) throws(RunFailure) in
    let name = try machine.text(arguments[0]).lowercased()
    try machine.host.demand(.accessResponse(.header(name)))
    let value = arguments[1].isNullish ? nil : try machine.text(arguments[1])
    machine.setHeader(name, value)
    return .undefined
  }

  static let setResponseStatus = ServerAPI(
    "setResponseStatus", "Sets the response's status code.", permission: .accessResponse
  ) { (machine, arguments) throws(RunFailure) in
    try machine.host.demand(.accessResponse(.status))
    let status = try machine.number(arguments[0])
    machine.host.record.response.status = Int(exactly: status.rounded(.towardZero)) ?? 0
    return .undefined
  }

  static let setPixelResponse = ServerAPI(
    "setPixelResponse", "Makes the response a transparent image of one pixel.",
    permission: .accessResponse
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.accessResponse(.status))
    try machine.host.demand(.accessResponse(.body))
    try machine.host.demand(.accessResponse(.header("content-type")))
    machine.host.record.response.status = 200
    machine.setHeader("content-type", "image/gif")
    machine.setHeader("cache-control", "no-cache, no-store, must-revalidate")
    machine.setHeader("pragma", "no-cache")
    machine.setHeader("expires", "Fri, 01 Jan 1990 00:00:00 GMT")
    // The bytes of a GIF are not text; this names what would be sent.
    machine.host.record.response.body = "GIF89a"
    return .undefined
  }

  static let returnResponse = ServerAPI(
    "returnResponse", "Sends the response as it was set so far.", permission: .returnResponse
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.returnResponse)
    machine.host.record.response.isSent = true
    return .undefined
  }

  static let sendPixelFromBrowser = ServerAPI(
    "sendPixelFromBrowser", "Asks the browser to load an address; says whether it can.",
    permission: .sendPixelFromBrowser
  ) { (machine, arguments) throws(RunFailure) in
    let url = try machine.text(arguments[0])
    try machine.host.demand(.sendPixelFromBrowser(url))
    guard !machine.host.record.response.isSent else { return .false }
    machine.host.record.pixels.append(url)
    try machine.host.noteEffect()
    return .true
  }
}

extension Machine {
  fileprivate func setHeader(_ name: String, _ value: String?) {
    host.record.response.headers.removeAll { $0.name == name }
    if let value { host.record.response.headers.append(NamedText(name, value)) }
  }
}
