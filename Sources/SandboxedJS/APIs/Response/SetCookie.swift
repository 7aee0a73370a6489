extension ServerAPI {
  static let setCookie = ServerAPI(
    "setCookie", "Sets a cookie with the response; its value is encoded unless told not to.",
    permission: .setCookies
  ) { (machine, arguments) throws(RunFailure) in
    let name = try machine.text(arguments[0])
    let value = try machine.text(arguments[1])
    let attributes = try machine.cookieAttributes(arguments[2])
    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    try machine.host.demand(
      .setCookie(
        name: name, domain: attribute("domain") ?? "", path: attribute("path") ?? "",
        secure: attribute("secure") == "true",
        session: attribute("max-age") == nil && attribute("expires") == nil))
    machine.host.record.cookies.append(
      RunRecord.Cookie(
        name: name,
        value: arguments[3].isTruthy ? value : URIEncoding.encode(value, as: .component),
        attributes: attributes))
    return .undefined
  }
}

extension Machine {
  /// The options of `setCookie`, whose keys templates write in any case.
  fileprivate func cookieAttributes(_ options: Value) throws(RunFailure) -> [NamedText] {
    guard options.isObject else { return [] }
    var attributes: [NamedText] = []
    for key in options.object.keys() {
      let value = options.object.value(key) ?? .undefined
      if value.isNullish { continue }
      let name = key.text(heap).lowercased()
      var text = try self.text(value)
      if name == "domain", text == "auto" { text = automaticDomain ?? text }
      attributes.append(NamedText(name, text))
    }
    return attributes
  }

  /// The domain that 'auto' stands for.
  private var automaticDomain: String? {
    let request = host.environment.request
    guard let host = request.header("x-forwarded-host") ?? request.header("host") else {
      return nil
    }
    let domain = PublicSuffixRules.builtIn.effectiveTLDPlusOne(of: host)
    return domain.isEmpty ? nil : domain
  }
}
