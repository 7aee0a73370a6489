extension ServerAPI {
  static let getRequestQueryString = ServerAPI(
    "getRequestQueryString", "Returns the query without its '?', still encoded.",
    permission: .readRequest
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readRequest(.query))
    return machine.string(machine.host.environment.surroundings.request.query)
  }

  static let getRequestQueryParameter = ServerAPI(
    "getRequestQueryParameter", "Returns the first decoded value of a query parameter.",
    permission: .readRequest
  ) { (machine, arguments) throws(RunFailure) in
    let name = try machine.text(arguments[0])
    try machine.host.demand(.readRequest(.queryParameter(name)))
    let query = QueryParameters(query: machine.host.environment.surroundings.request.query)
    return machine.stringOrUndefined(query.all.first { $0.name == name }?.value)
  }

  static let getRequestQueryParameters = ServerAPI(
    "getRequestQueryParameters",
    "Returns all decoded query parameters; one that is repeated has an array of values.",
    permission: .readRequest
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readRequest(.query))
    return machine.object(
      of: QueryParameters(query: machine.host.environment.surroundings.request.query))
  }
}

extension Machine {
  /// Query parameters as scripts see them.
  func object(of query: QueryParameters) -> Value {
    object(
      query.grouped.map { group in
        let values = group.values.map { string($0) }
        return (group.name, values.count == 1 ? values[0] : Value(makeArray(values)))
      })
  }
}
