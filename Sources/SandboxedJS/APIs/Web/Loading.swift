extension WebAPI {
  static let injectScript = ServerAPI(
    "injectScript", "Loads a script; one with a cache token is loaded once.",
    permission: .injectScript
  ) { (machine, arguments) throws(RunFailure) in
    let url = try machine.text(arguments[0])
    try machine.host.demand(.script(url: url))
    let isCached = !arguments[3].isNullish && machine.host.record.page.scripts.contains(url)
    if !isCached { machine.host.record.page.scripts.append(url) }
    machine.load(url, arguments[1], arguments[2])
    return .undefined
  }

  static let injectHiddenIframe = ServerAPI(
    "injectHiddenIframe", "Loads a frame that is not shown.", permission: .injectHiddenFrame
  ) { (machine, arguments) throws(RunFailure) in
    let url = try machine.text(arguments[0])
    try machine.host.demand(.frame(url: url))
    machine.host.record.page.frames.append(url)
    machine.load(url, arguments[1], .undefined)
    return .undefined
  }

  static let sendPixel = ServerAPI(
    "sendPixel", "Sends a GET request by loading a picture.", permission: .sendPixel
  ) { (machine, arguments) throws(RunFailure) in
    let url = try machine.text(arguments[0])
    try machine.host.demand(.picture(url: url))
    machine.host.record.page.pictures.append(url)
    machine.load(url, arguments[1], arguments[2])
    return .undefined
  }

  static let sha256 = ServerAPI(
    "sha256", "Calls a function with the SHA-256 of a text, in base64 or hexadecimal."
  ) { (machine, arguments) throws(RunFailure) in
    // Where only options follow, they stand in the place of the function for failures.
    let options = arguments[2].isObject ? arguments[2] : arguments[3]
    machine.callSoon(arguments[1], [try machine.sha256(arguments[0], options: options)])
    return .undefined
  }
}

extension Machine {
  /// Says whether something has loaded, after the running code and all promises: in a test after `runCode`.
  fileprivate func load(_ url: String, _ onSuccess: Value, _ onFailure: Value) {
    let callback = host.page.loads(url) ? onSuccess : onFailure
    if callback.isFunction { laterCalls.append(callback) }
  }
}
