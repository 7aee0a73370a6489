extension ServerAPI {
  static let setCookie = ServerAPI(
    "setCookie", "Sets a cookie with the response; its value is encoded unless told not to.",
    permission: .setCookies
  ) { (machine, arguments) throws(RunFailure) in
    try machine.setCookie(
      arguments[0], arguments[1], options: arguments[2], isEncoded: !arguments[3].isTruthy)
  }
}

extension Machine {
  /// Sets a cookie, if that is permitted.
  func setCookie(
    _ name: Value, _ value: Value, options: Value, isEncoded: Bool
  ) throws(RunFailure) -> Value {
    let name = try text(name)
    let value = try text(value)
    let attributes = try cookieAttributes(options)
    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    try host.demand(
      .setCookie(
        name: name, domain: attribute("domain") ?? "", path: attribute("path") ?? "",
        secure: attribute("secure") == "true",
        session: attribute("max-age") == nil && attribute("expires") == nil))
    host.record.cookies.append(
      RunRecord.Cookie(
        name: name, value: isEncoded ? URIEncoding.encode(value, as: .component) : value,
        attributes: attributes))
    try host.noteEffect()
    return .undefined
  }

  /// The options of `setCookie`, whose keys templates write in any case.
  fileprivate func cookieAttributes(_ options: Value) throws(RunFailure) -> [NamedText] {
    guard options.isObject else { return [] }
    var attributes: [NamedText] = []
    for key in options.object.keys() {
      let value = options.object.value(key) ?? .undefined
      if value.isNullish { continue }
      let name = key.text(heap).withSmallLetters
      var text = try self.text(value)
      if name == "domain", text == "auto" { text = host.automaticDomain ?? text }
      attributes.append(NamedText(name, text))
    }
    return attributes
  }
}

extension String {
  /// The text in small letters, as most names of options already are.
  fileprivate var withSmallLetters: String {
    utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      ? self : lowercased()
  }
}
