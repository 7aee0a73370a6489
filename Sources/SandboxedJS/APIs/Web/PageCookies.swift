extension WebAPI {
  static let getCookieValues = ServerAPI(
    "getCookieValues", "Returns the values of all cookies of a name, decoded unless told not to.",
    permission: .getCookies
  ) { (machine, arguments) throws(RunFailure) in
    let name = try machine.text(arguments[0])
    try machine.host.demand(.getCookie(name))
    let isDecoded = arguments[1].isUndefined || arguments[1].isTruthy
    let values = machine.host.page.cookies.filter { $0.name == name }
    return Value(
      machine.makeArray(
        values.map { cookie in
          let decoded = isDecoded ? URIEncoding.decode(cookie.value, as: .component) : nil
          return machine.string(decoded ?? cookie.value)
        }))
  }

  static let setCookie = ServerAPI(
    "setCookie", "Sets a cookie of the page; its value is encoded unless told not to.",
    permission: .setCookies
  ) { (machine, arguments) throws(RunFailure) in
    try machine.setCookie(
      arguments[0], arguments[1], options: arguments[2],
      isEncoded: arguments[3].isUndefined || arguments[3].isTruthy)
  }
}
