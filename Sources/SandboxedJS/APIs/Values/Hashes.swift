extension ServerAPI {
  static let sha256Sync = ServerAPI(
    "sha256Sync", "Returns the SHA-256 of a text's UTF-8, in base64 or hexadecimal."
  ) { (machine, arguments) throws(RunFailure) in
    try machine.sha256(arguments[0], options: arguments[1])
  }

  static let sha256 = ServerAPI(
    "sha256", "Calls a function with the SHA-256 of a text, in base64 or hexadecimal."
  ) { (machine, arguments) throws(RunFailure) in
    machine.callSoon(
      arguments[1], [try machine.sha256(arguments[0], options: arguments[2])])
    return .undefined
  }

  static let hmacSha256 = ServerAPI(
    "hmacSha256", "Returns the HMAC of a text with one of the server's keys.",
    permission: .useCustomPrivateKeys
  ) { (machine, arguments) throws(RunFailure) in
    let id = try machine.text(arguments[1])
    try machine.host.demand(.useCustomPrivateKey(id))
    guard let key = machine.host.environment.surroundings.privateKeys[id] else {
      throw RunFailure(.error, "Error: there is no private key '\(id)'")
    }
    let text = try machine.string(arguments[0])
    try machine.charge(text.count / 16)
    let code = HMACSHA256.code(for: text.utf8(machine.heap), key: key)
    switch try machine.textIfGiven(machine.option(arguments[2], "outputEncoding")) {
    case "hex"?: return machine.string(Hexadecimal.encode(code))
    case "base64"?: return machine.string(Base64.encode(code, alphabet: .standard))
    default: return machine.string(Base64.encode(code, alphabet: .urlSafe, padded: false))
    }
  }
}

extension Machine {
  /// The SHA-256 of a text in the encoding that options name.
  func sha256(_ value: Value, options: Value) throws(RunFailure) -> Value {
    let text = try string(value)
    try charge(text.count / 16)
    let digest = SHA256.digest(of: text.utf8(heap))
    let encoding = try textIfGiven(option(options, "outputEncoding"))
    return string(
      encoding == "hex" ? Hexadecimal.encode(digest) : Base64.encode(digest, alphabet: .standard))
  }
}
