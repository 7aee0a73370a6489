extension ServerAPI {
  static let encodeUri = ServerAPI("encodeUri", "Escapes what cannot stand in an address.") {
    (machine, arguments) throws(RunFailure) in
    try machine.transform(arguments[0]) { URIEncoding.encode($0, as: .address) }
  }

  static let encodeUriComponent = ServerAPI(
    "encodeUriComponent", "Escapes what cannot stand in a part of an address."
  ) { (machine, arguments) throws(RunFailure) in
    try machine.transform(arguments[0]) { URIEncoding.encode($0, as: .component) }
  }

  static let decodeUri = ServerAPI(
    "decodeUri", "Replaces the escapes of an address; undefined where one is wrong."
  ) { (machine, arguments) throws(RunFailure) in
    try machine.transform(arguments[0]) { URIEncoding.decode($0, as: .address) }
  }

  static let decodeUriComponent = ServerAPI(
    "decodeUriComponent",
    "Replaces the escapes of a part of an address; undefined where one is wrong."
  ) { (machine, arguments) throws(RunFailure) in
    try machine.transform(arguments[0]) { URIEncoding.decode($0, as: .component) }
  }

  static let toBase64 = ServerAPI(
    "toBase64", "Encodes the UTF-8 of a text in base64, or in the form for addresses."
  ) { (machine, arguments) throws(RunFailure) in
    let isURLSafe = machine.option(arguments[1], "urlEncoding").isTruthy
    return try machine.transform(arguments[0]) {
      Base64.encode(Array($0.utf8), alphabet: isURLSafe ? .urlSafe : .standard, padded: !isURLSafe)
    }
  }

  static let fromBase64 = ServerAPI(
    "fromBase64", "Decodes base64 of either form; undefined for anything else."
  ) { (machine, arguments) throws(RunFailure) in
    try machine.transform(arguments[0]) {
      Base64.decode($0).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

extension Machine {
  /// Makes a text of a text, in time in proportion to its length.
  func transform(
    _ value: Value, _ body: (String) -> String?
  ) throws(RunFailure) -> Value {
    let string = try string(value)
    try charge(string.count / 16)
    try reserve(string.count * 6)
    return stringOrUndefined(body(string.text(heap)))
  }
}
