extension ServerAPI {
  static let getTimestampMillis = ServerAPI(
    "getTimestampMillis", "Returns the time in milliseconds since 1970."
  ) { (machine, _) throws(RunFailure) in Value(outside: machine.host.environment.surroundings.time)
  }

  static let getTimestamp = ServerAPI(
    "getTimestamp", "Returns the time in milliseconds since 1970; getTimestampMillis replaces it."
  ) { (machine, _) throws(RunFailure) in Value(outside: machine.host.environment.surroundings.time)
  }

  static let generateRandom = ServerAPI(
    "generateRandom", "Returns a whole number between two others, both of which it may be."
  ) { (machine, arguments) throws(RunFailure) in
    let least = try machine.number(arguments[0]).rounded(.up)
    let most = try machine.number(arguments[1]).rounded(.down)
    guard least <= most else { return Value(outside: least) }
    let number = least + (machine.host.nextRandom() * (most - least + 1)).rounded(.down)
    return Value(outside: min(number, most))
  }
}
