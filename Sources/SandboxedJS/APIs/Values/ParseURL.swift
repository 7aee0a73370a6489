extension ServerAPI {
  static let parseUrl = ServerAPI(
    "parseUrl", "Takes an address apart; undefined for anything else."
  ) { (machine, arguments) throws(RunFailure) in
    guard arguments[0].isString, let url = WebURL(try machine.text(arguments[0])) else {
      return .undefined
    }
    return machine.object([
      ("href", machine.string(url.href)),
      ("origin", machine.string(url.origin)),
      ("protocol", machine.string(url.protocolText)),
      ("username", machine.string(url.username)),
      ("password", machine.string(url.password)),
      ("host", machine.string(url.hostAndPort)),
      ("hostname", machine.string(url.hostname)),
      ("port", machine.string(url.port)),
      ("pathname", machine.string(url.pathname)),
      ("search", machine.string(url.search)),
      ("searchParams", machine.object(of: url.searchParameters)),
      ("hash", machine.string(url.hash)),
    ])
  }

  static let computeEffectiveTldPlusOne = ServerAPI(
    "computeEffectiveTldPlusOne",
    "Returns the domain that can be registered, such as 'example.co.uk' of an address."
  ) { (machine, arguments) throws(RunFailure) in
    if arguments[0].isNullish { return arguments[0] }
    return machine.string(
      PublicSuffixRules.builtIn.effectiveTLDPlusOne(of: try machine.text(arguments[0])))
  }
}
