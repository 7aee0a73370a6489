extension ServerAPI {
  static let getCookieValues = ServerAPI(
    "getCookieValues", "Returns the values of all cookies of a name, decoded unless told not to.",
    permission: .getCookies
  ) { (machine, arguments) throws(RunFailure) in
    let name = try machine.text(arguments[0])
    try machine.host.demand(.getCookie(name))
    let isRaw = arguments[1].isTruthy
    let values = machine.host.environment.surroundings.request.cookies.filter { $0.name == name }
    return Value(
      machine.makeArray(
        values.map { cookie in
          let decoded = isRaw ? nil : URIEncoding.decode(cookie.value, as: .component)
          return machine.string(decoded ?? cookie.value)
        }))
  }
}
