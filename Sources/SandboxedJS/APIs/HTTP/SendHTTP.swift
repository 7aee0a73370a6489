extension ServerAPI {
  static let sendHttpRequest = ServerAPI(
    "sendHttpRequest",
    "Sends a request; gives a promise of the answer, or calls a function with it.",
    permission: .sendHTTP
  ) { (machine, arguments) throws(RunFailure) in
    // The older form has the callback second.
    let isOlder = arguments[1].isFunction
    let request = try machine.outgoingRequest(
      arguments[0], options: arguments[isOlder ? 2 : 1], body: arguments[isOlder ? 3 : 2])
    return try machine.send(request, callback: isOlder ? arguments[1] : nil)
  }

  static let sendHttpGet = ServerAPI(
    "sendHttpGet",
    "Sends a GET request; gives a promise of the answer, or calls a function with it.",
    permission: .sendHTTP
  ) { (machine, arguments) throws(RunFailure) in
    let isOlder = arguments[1].isFunction
    var request = try machine.outgoingRequest(
      arguments[0], options: arguments[isOlder ? 2 : 1], body: .undefined)
    request.method = "GET"
    return try machine.send(request, callback: isOlder ? arguments[1] : nil)
  }
}

extension Machine {
  fileprivate func outgoingRequest(
    _ url: Value, options: Value, body: Value
  ) throws(RunFailure) -> OutgoingRequest {
    var request = OutgoingRequest(url: try text(url))
    request.body = body.isNullish ? nil : try text(body)
    request.method = try textIfGiven(option(options, "method")) ?? "GET"
    let timeout = option(options, "timeout")
    if !timeout.isUndefined { request.timeout = try number(timeout) }
    let headers = option(options, "headers")
    if headers.isObject {
      for name in headers.object.keys() {
        let value = headers.object.value(name) ?? .undefined
        if value.isNullish { continue }
        request.headers.append(NamedText(name.text(heap), try text(value)))
      }
    }
    let authorization = option(options, "authorization")
    if authorization.isOpaque,
      case .credentials(let scopes) = opaques[authorization.opaque.pointee.index]
    {
      request.scopes = scopes
    }
    return request
  }

  /// Whether addresses are of the web; most templates have one.
  private static let webAddresses = Remembered<String, Bool>(atMost: 256)

  /// Sends a request; the answer comes when the running code has ended.
  fileprivate func send(
    _ request: OutgoingRequest, callback: Value?
  ) throws(RunFailure) -> Value {
    try host.demand(.sendHTTP(request.url))
    host.record.requests.append(request)
    try host.noteEffect()
    let promise = makePromise()
    let isValid = Self.webAddresses.answer(to: request.url) { url in
      WebURL(url).map { $0.scheme == "https" || $0.scheme == "http" } ?? false
    }
    let answer = isValid ? host.environment.surroundings.answer(request) : .failed
    guard case .answered(let status, let headers, let body) = answer else {
      if let callback {
        callSoon(callback, [Value(0), Value(makeObject()), .undefined])
        return .undefined
      }
      reject(
        promise, object([("reason", string(answer == .timedOut ? "timed_out" : "failed"))]))
      return Value(promise)
    }
    try reserve(body.utf8.count * 2)
    let headerValues = object(headers.map { ($0.name.lowercased(), string($0.value)) })
    if let callback {
      callSoon(callback, [Value(status), headerValues, string(body)])
      return .undefined
    }
    try resolve(
      promise,
      object([
        ("statusCode", Value(status)), ("headers", headerValues), ("body", string(body)),
      ]))
    return Value(promise)
  }
}
