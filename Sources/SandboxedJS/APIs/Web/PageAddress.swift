extension WebAPI {
  static let getUrl = ServerAPI(
    "getUrl", "Returns the page's address, or a component of it.", permission: .getURL
  ) { (machine, arguments) throws(RunFailure) in
    let component = try machine.textIfGiven(arguments[0])
    try machine.host.demand(.url(component: component, parameter: nil))
    return machine.component(component, of: machine.host.page.url)
  }

  static let getReferrerUrl = ServerAPI(
    "getReferrerUrl", "Returns the referrer's address, or a component of it.",
    permission: .getReferrer
  ) { (machine, arguments) throws(RunFailure) in
    let component = try machine.textIfGiven(arguments[0])
    try machine.host.demand(.referrer(component: component, parameter: nil))
    return machine.component(component, of: machine.host.page.referrer)
  }

  static let getQueryParameters = ServerAPI(
    "getQueryParameters",
    "Returns the first or all decoded values of a parameter of the page's query.",
    permission: .getURL
  ) { (machine, arguments) throws(RunFailure) in
    let name = try machine.text(arguments[0])
    try machine.host.demand(.url(component: "query", parameter: name))
    return machine.parameter(name, of: machine.host.page.url, isAll: arguments[1].isTruthy)
  }

  static let getReferrerQueryParameters = ServerAPI(
    "getReferrerQueryParameters",
    "Returns the first or all decoded values of a parameter of the referrer's query.",
    permission: .getReferrer
  ) { (machine, arguments) throws(RunFailure) in
    let name = try machine.text(arguments[0])
    try machine.host.demand(.referrer(component: "query", parameter: name))
    return machine.parameter(name, of: machine.host.page.referrer, isAll: arguments[1].isTruthy)
  }

  static let readTitle = ServerAPI(
    "readTitle", "Returns the page's title.", permission: .readTitle
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.title)
    return machine.string(machine.host.page.title)
  }

  static let readCharacterSet = ServerAPI(
    "readCharacterSet", "Returns the page's character set.", permission: .readCharacterSet
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.characterSet)
    return machine.string(machine.host.page.characterSet)
  }

  static let readAnalyticsStorage = ServerAPI(
    "readAnalyticsStorage", "Returns the client's id and sessions; undefined where there are none.",
    permission: .readAnalyticsStorage
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.analyticsStorage)
    return .undefined
  }
}

extension Machine {
  /// A component of an address, as Tag Manager names them; the whole for none.
  fileprivate func component(_ name: String?, of address: String) -> Value {
    guard let name else { return string(address) }
    guard let url = WebURL(address) else { return string("") }
    switch name {
    case "protocol": return string(url.scheme)
    case "host": return string(url.hostname)
    case "port":
      return string(url.port.isEmpty ? ["http": "80", "https": "443"][url.scheme] ?? "" : url.port)
    case "path": return string(url.pathname)
    case "query": return string(url.query ?? "")
    case "fragment": return string(url.fragment ?? "")
    case "extension":
      let file = url.pathname.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
      let parts = file.split(separator: ".", omittingEmptySubsequences: false)
      return string(parts.count > 1 ? parts.last.map(String.init) ?? "" : "")
    default: return .undefined
    }
  }

  fileprivate func parameter(_ name: String, of address: String, isAll: Bool) -> Value {
    let values = (WebURL(address)?.searchParameters.all ?? []).filter { $0.name == name }
      .map { string($0.value) }
    return isAll ? Value(makeArray(values)) : values.first ?? .undefined
  }
}
