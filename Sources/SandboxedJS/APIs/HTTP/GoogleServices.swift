import JSONText

extension ServerAPI {
  static let getGoogleAuth = ServerAPI(
    "getGoogleAuth", "Gives the credentials of the server for some OAuth scopes.",
    permission: .useGoogleCredentials
  ) { (machine, arguments) throws(RunFailure) in
    let list = machine.option(arguments[0], "scopes")
    var scopes: [String] = []
    if list.isArray {
      for index in 0..<list.array.count {
        scopes.append(try machine.text(list.array[element: index]))
      }
    }
    try machine.host.demand(.useGoogleCredentials(scopes: scopes))
    return machine.makeOpaque(.credentials(scopes: scopes))
  }

  static let getGoogleScript = ServerAPI(
    "getGoogleScript", "Loads one of Google's scripts; gives a promise of its text.",
    permission: .sendHTTP
  ) { (machine, arguments) throws(RunFailure) in
    let name = try machine.text(arguments[0])
    let id = try machine.textIfGiven(machine.option(arguments[1], "id")) ?? ""
    let addresses = [
      "ANALYTICS": "https://www.google-analytics.com/analytics.js",
      "GTAG": "https://www.googletagmanager.com/gtag/js?id=\(id)",
      "GTM": "https://www.googletagmanager.com/gtm.js?id=\(id)",
    ]
    guard let url = addresses[name] else {
      throw RunFailure(.error, "Error: getGoogleScript has no script '\(name)'")
    }
    try machine.host.demand(.sendHTTP(url))
    let request = OutgoingRequest(url: url)
    machine.host.record.requests.append(request)
    try machine.host.noteEffect()
    let promise = machine.makePromise()
    if case .answered(_, let headers, let body) = machine.host.environment.surroundings.answer(
      request)
    {
      let metadata = headers.map { ($0.name.lowercased(), machine.string($0.value)) }
      try machine.resolve(
        promise,
        machine.object([
          ("script", machine.string(body)), ("metadata", machine.object(metadata)),
        ]))
    } else {
      machine.reject(promise, machine.object([("reason", machine.string("failed"))]))
    }
    return Value(promise)
  }

  static let sendEventToGoogleAnalytics = ServerAPI(
    "sendEventToGoogleAnalytics", "Sends an event to Google Analytics; gives a promise.",
    permission: .sendHTTP
  ) { (machine, arguments) throws(RunFailure) in
    let url = "https://www.google-analytics.com/g/collect"
    try machine.host.demand(.sendHTTP(url))
    let event = machine.copyOut(arguments[0])
    let request = OutgoingRequest(url: url, method: "POST", body: event.json?.text(.compact))
    machine.host.record.requests.append(request)
    try machine.host.noteEffect()
    let promise = machine.makePromise()
    if case .answered(_, let headers, _) = machine.host.environment.surroundings.answer(request) {
      let location = headers.first { $0.name.lowercased() == "location" }
      try machine.resolve(
        promise,
        machine.object(location.map { [("location", machine.string($0.value))] } ?? []))
    } else {
      machine.reject(promise, machine.object([("reason", machine.string("failed"))]))
    }
    return Value(promise)
  }
}
